// Starts the page: fetches the program and makes the page of it. Where something basic is missing, a plain sentence stands on the
// page instead.
// Tests: tests/browser.
import { Drawing } from './drawing.js';
import { byId, giveUp, Page } from './page.js';
import { loadProgram } from './parts.js';
import { Memory } from './program.js';

if (!document.documentElement.dataset.lacks) {  // web/early.js found everything
  const loading = loadProgram(), memory = new Memory();
  // The graphics card takes about as long to get ready as the program takes to load and compile: both at once.
  const drawing = Drawing.on(byId('canvas'), memory);
  loading
    .then(module => new Page(module, memory, drawing).start())
    .catch((error: unknown) => giveUp(error instanceof Error ? error.message : String(error)));
}
