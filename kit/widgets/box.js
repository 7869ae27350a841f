// A box for any text; Ctrl+Enter reads it.
function boxNode(model, say) {
  const field = japanese(make("textarea", "kit-box"));
  field.value = model.get("box");
  field.rows = 5;
  field.setAttribute("aria-label", say("reader.box"));
  field.placeholder = say("reader.box");
  field.dataset.lmSuppressShortcuts = "true";
  const read = () => model.send({ do: "text", text: field.value });
  field.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.isComposing) read();
  });
  return make("div", "kit-boxed", field, button("kit-button kit-read", read, say("reader.read")));
}
