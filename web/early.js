// Runs before everything else, in any engine that runs scripts at all: written in the JavaScript of 2009. Where the engine lacks
// what the page is built with, or stumbles over its syntax, the sentence that waits in the page is shown, with what is missing.
// web/build.mjs puts this into the page; its hash is in the page's policy. Test: tests/browser/engines.test.mjs.
(function () {
  var root = document.documentElement;
  function fail(reason) {
    if (root.className.indexOf('started') >= 0) return;
    root.className += ' failed';
    var place = document.getElementById('reason');
    if (!place) return;
    place.parentNode.setAttribute('role', 'alert');
    place.textContent = reason;
  }
  function wait(action) {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', action);
    else action();
  }
  // What Chromium 103, Firefox 115 and Safari 16.4 have and their forerunners lack, by a name that says it.
  var needed = {
    'WebAssembly': function () { return typeof WebAssembly === 'object' && WebAssembly.compileStreaming; },
    'modules': function () { return 'noModule' in document.createElement('script'); },
    'TextDecoder': function () { return window.TextDecoder; },
    'ResizeObserver': function () { return window.ResizeObserver; },
    'adoptedStyleSheets': function () { return 'adoptedStyleSheets' in document && new CSSStyleSheet(); },
    'structuredClone': function () { return window.structuredClone; },
    'Array.prototype.at': function () { return Array.prototype.at; },
    'Object.hasOwn': function () { return Object.hasOwn; },
    'CompressionStream': function () { return new CompressionStream('deflate-raw'); }
  };
  for (var name in needed) {
    var there = false;
    try { there = !!needed[name](); } catch (error) { there = false; }
    if (!there) {
      root.setAttribute('data-lacks', name);
      wait((function (lacking) { return function () { fail(lacking); }; })(name));
      return;
    }
  }
  // A module that cannot be parsed or fetched says so only here.
  window.addEventListener('error', function (event) {
    var script = event.target && event.target.tagName === 'SCRIPT';
    if (script || event.error instanceof SyntaxError) wait(function () { fail(event.message || String(event.target.src)); });
  }, true);
})();
