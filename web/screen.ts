// The visitor's window as the program needs to know it: size, device pixels, theme, and when to draw.
// A frame is asked for only when something changed; an idle page asks for none.
// Tests: tests/browser counts frames and draw calls of an idle page.
import type { Program } from './program.js';

const enum Theme { light, dark, high_contrast }

const QUERIES = {
  dark: '(prefers-color-scheme: dark)', forced: '(forced-colors: active)', contrast: '(prefers-contrast: more)',
  still: '(prefers-reduced-motion: reduce)', finger: '(pointer: coarse)',
} as const;

export class Screen {
  private asked = false;
  private inFrame = false;
  private size = { width: 0, height: 0 };    // of the canvas, CSS px
  private pixels = { width: 0, height: 0 };  // the same as the browser snapped it to device pixels, where it tells
  private textScale = 1;
  private readonly queries = Object.fromEntries(
    Object.entries(QUERIES).map(([name, query]) => [name, matchMedia(query)])) as Record<keyof typeof QUERIES, MediaQueryList>;

  constructor(private readonly canvas: HTMLCanvasElement, private readonly program: Program,
              private readonly onFirstFrame: () => void) {}

  start(): void {
    const exact = new ResizeObserver(entries => {
      const box = entries.at(-1)?.devicePixelContentBoxSize?.[0];
      this.pixels = { width: box?.inlineSize ?? 0, height: box?.blockSize ?? 0 };
      this.resized();
    });
    try {
      exact.observe(this.canvas, { box: 'device-pixel-content-box' });
    } catch { /* WebKit tells CSS pixels only */ }
    new ResizeObserver(() => this.resized()).observe(this.canvas);
    addEventListener('resize', () => this.resized());
    this.watchRatio();
    for (const query of Object.values(this.queries)) query.addEventListener('change', () => this.ask());
    document.fonts.addEventListener('loadingdone', () => this.ask());
    this.resized();
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
    this.tell();
    const more = this.program.call(doors => doors.frame(performance.now() / 1000));
    this.inFrame = false;
    if (more !== undefined) this.onFirstFrame();
    if (more) this.ask();
  }

  private resized(): void {
    const { width, height } = this.canvas.getBoundingClientRect();
    this.size = { width, height };
    this.textScale = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
    // Within this call, before the browser paints: a canvas that changes its size is empty until it is drawn again.
    if (this.setPixels()) this.now();
    else this.ask();
  }

  /// Gives the canvas as many pixels as it covers; true where that changed.
  private setPixels(): boolean {
    const { canvas, pixels } = this, ratio = devicePixelRatio;
    const width = this.size.width * ratio, height = this.size.height * ratio;
    // What the observer told may be of before a zoom; then the product is the better guess until it tells again.
    const told = Math.abs(pixels.width - width) < 2 && Math.abs(pixels.height - height) < 2;
    const wide = told ? pixels.width : Math.round(width), high = told ? pixels.height : Math.round(height);
    if (canvas.width === wide && canvas.height === high) return false;
    canvas.width = wide;
    canvas.height = high;
    return true;
  }

  private tell(): void {
    this.setPixels();
    const { canvas, queries, textScale } = this, ratio = devicePixelRatio;
    const theme = queries.forced.matches || queries.contrast.matches ? Theme.high_contrast
                : queries.dark.matches ? Theme.dark : Theme.light;
    this.program.call(doors => doors.surroundings(canvas.width / ratio, canvas.height / ratio, ratio, textScale, theme,
                                                  queries.still.matches, queries.finger.matches));
  }

  /// A media query for the present ratio fires when it is left; then the next one is needed.
  private watchRatio(): void {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => {
      this.watchRatio();
      this.resized();
    }, { once: true });
  }
}
