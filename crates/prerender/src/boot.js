// Starts the app; the page says so when it can not. Then, in its own time, what
// makes the site work without a network.
import init from '{script}';
init({ module_or_path: '{wasm}' }).then(() => import('{offline}'), () => { document.documentElement.dataset.failed = ''; });
