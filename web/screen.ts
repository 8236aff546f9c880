// The visitor's window as the program needs to know it: size, device pixels, theme, and when to draw.
// A frame is asked for only when something changed; an idle page asks for none.
// Tests: tests/browser counts frames and draw calls of an idle page.
import type { Program } from './program.js';

const enum Theme { light, dark, high_contrast }

export class Screen {
  private asked = false;
  private inFrame = false;
  private pixels = { width: 0, height: 0 };  // of the canvas, as the browser snapped it

  constructor(private readonly canvas: HTMLCanvasElement, private readonly program: Program,
              private readonly onFirstFrame: () => void) {}

  start(): void {
    const resized = new ResizeObserver(entries => {
      const exact = entries.at(-1)?.devicePixelContentBoxSize?.[0];
      if (exact) this.pixels = { width: exact.inlineSize, height: exact.blockSize };
      else this.pixels = { width: 0, height: 0 };
      // Within this call, before the browser paints: a canvas that changed its size is empty.
      this.now();
    });
    try {
      resized.observe(this.canvas, { box: 'device-pixel-content-box' });
    } catch {
      resized.observe(this.canvas);  // WebKit tells CSS pixels only
    }
    this.watchRatio();
    for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)',
                         '(prefers-reduced-motion: reduce)', '(pointer: coarse)']) {
      matchMedia(query).addEventListener('change', () => this.ask());
    }
    addEventListener('resize', () => this.ask());
    document.fonts.addEventListener('loadingdone', () => this.ask());
  }

  /// Asks for a frame, once.
  ask(): void {
    if (this.asked) return;
    this.asked = true;
    requestAnimationFrame(() => {
      this.asked = false;
      this.now();
    });
  }

  /// Draws within the browser's own event, so that what only events may do (dialogs, clipboard) can be done.
  now(): void {
    if (this.inFrame) return this.ask();  // an event that the frame itself caused
    this.inFrame = true;
    this.measure();
    const more = this.program.call(doors => doors.frame(performance.now() / 1000));
    this.inFrame = false;
    if (more !== undefined) this.onFirstFrame();
    if (more) this.ask();
  }

  private measure(): void {
    const ratio = devicePixelRatio, canvas = this.canvas;
    const box = canvas.getBoundingClientRect();
    const width = box.width || innerWidth, height = box.height || innerHeight;
    // What the observer told may be of before a zoom; then the product is the better guess until it tells again.
    const fits = Math.abs(this.pixels.width - width * ratio) < 2 && Math.abs(this.pixels.height - height * ratio) < 2;
    const wide = fits ? this.pixels.width : Math.round(width * ratio);
    const high = fits ? this.pixels.height : Math.round(height * ratio);
    if (canvas.width !== wide) canvas.width = wide;
    if (canvas.height !== high) canvas.height = high;
    const matches = (query: string): boolean => matchMedia(query).matches;
    const theme = matches('(forced-colors: active)') || matches('(prefers-contrast: more)') ? Theme.high_contrast
                : matches('(prefers-color-scheme: dark)') ? Theme.dark : Theme.light;
    const textScale = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
    const still = matches('(prefers-reduced-motion: reduce)'), finger = matches('(pointer: coarse)');
    this.program.call(doors => doors.surroundings(wide / ratio, high / ratio, ratio, textScale, theme, still, finger));
  }

  /// A media query for the present ratio fires when it is left; then the next one is needed.
  private watchRatio(): void {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => {
      this.watchRatio();
      this.ask();
    }, { once: true });
  }
}
