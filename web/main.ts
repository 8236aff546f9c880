// Starts the page: fetches the program and makes the page of it. Where something basic is missing, a plain sentence stands on the
// page instead.
// Tests: tests/browser.
import { giveUp, Page } from './page.js';
import { loadProgram } from './parts.js';

if (!document.documentElement.dataset.lacks) {  // web/early.js found everything
  loadProgram()
    .then(module => new Page(module).start())
    .catch((error: unknown) => giveUp(error instanceof Error ? error.message : String(error)));
}
