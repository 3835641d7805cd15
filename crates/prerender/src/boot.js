// Starts the app; the page says so when it can not.
import init from '{script}';
init({ module_or_path: '{wasm}' }).catch(() => { document.documentElement.dataset.failed = ''; });
