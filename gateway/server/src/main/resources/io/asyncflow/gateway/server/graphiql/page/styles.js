/**
 * Lets scripts make style elements, under the page's policy. The one that does is the library behind the dialogs and
 * menus: it locks the page's scrolling while they are open. It takes no nonce from outside in this build.
 */
export function allowStyleElements(nonce) {
  const create = document.createElement.bind(document);
  document.createElement = (name, options) => {
    const element = create(name, options);
    if (element instanceof HTMLStyleElement) {
      element.nonce = nonce;
    }
    return element;
  };
}
