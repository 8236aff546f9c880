// The browser's Back and Forward: the program tells where the visitor is, and each such place becomes an entry of the history, with
// the place as the address's fragment and how far it was scrolled. Going back and forth tells the program where to go.
// Tests: tests/browser/history.test.mjs.
import { carries } from './links.js';

/// `pushed`: the browser has taken it as an entry of its own, so that there is a way back from it.
interface Entry { place: string; before: string | null; index: number; scroll: number; pushed: boolean }

/// What makes another page of the same document; the rest (a filter, a sorting) is changed in place.
const WAYPOINTS = ['doc', 'view', 'figure', 'drill', 'at', 'hall'];

export interface Way {
  /// The program goes there; a frame is drawn before this returns.
  follow(place: string): void;
  /// The region that the place's content scrolls in.
  content(): HTMLElement | null;
}

export class Places {
  private entry: Entry = { place: '', before: null, index: 0, scroll: 0, pushed: false };
  private readonly scrolls = new Map<number, number>();
  private following = false;
  private goingBack = false;
  private fresh = false;  // the address is a link that carries more than a place; the first place takes its place

  /// `keeps`: false in a page that another embeds, whose Back is not ours to fill.
  constructor(private readonly way: Way, private readonly keeps: boolean) {}

  /// The place in the address with which the page was opened.
  start(): string {
    const state = history.state as Partial<Entry> | null;
    this.entry = {
      place: fragment(), before: state?.before ?? null, index: state?.index ?? 0, scroll: state?.scroll ?? 0, pushed: state?.pushed ?? false,
    };
    this.fresh = carries(this.entry.place);
    this.scrolls.set(this.entry.index, this.entry.scroll);
    history.scrollRestoration = 'manual';
    addEventListener('popstate', event => this.arrive(event.state as Entry | null));
    document.addEventListener('scroll', event => {
      if (event.target === this.way.content()) this.scrolls.set(this.entry.index, (event.target as HTMLElement).scrollTop);
    }, { capture: true, passive: true });
    addEventListener('pagehide', () => this.write('replaceState'));
    return this.entry.place;
  }

  get place(): string { return this.entry.place; }

  /// From the program, after the frame that went there.
  tell(place: string): void {
    const { entry } = this;
    if (place === entry.place) return;
    if (this.fresh || this.following || !this.keeps || !another(entry.place, place)) {
      if (this.fresh && place === '') return;  // its document is not open yet
      this.fresh = false;
      this.entry = { ...entry, place };
      this.write('replaceState');
    } else if (entry.pushed && place === entry.before && closes(entry.place, place)) {
      // What was opened above the page is closed again: that is the way back.
      this.entry = { ...entry, place };
      this.goingBack = true;
      history.back();
    } else {
      this.write('replaceState');  // with how far it was scrolled
      this.entry = { place, before: entry.place, index: entry.index + 1, scroll: 0, pushed: true };
      for (const index of this.scrolls.keys()) if (index > entry.index) this.scrolls.delete(index);
      this.entry.pushed = this.write('pushState');
    }
  }

  private arrive(state: Entry | null): void {
    // A fragment that the visitor typed has no state.
    this.entry = state ?? { place: fragment(), before: this.entry.place, index: this.entry.index + 1, scroll: 0, pushed: true };
    if (this.goingBack) {
      this.goingBack = false;
      return;
    }
    this.following = true;
    this.way.follow(this.entry.place);
    this.following = false;
    if (!state) this.write('replaceState');
    const content = this.way.content();
    if (content) content.scrollTop = this.scrolls.get(this.entry.index) ?? this.entry.scroll;
  }

  private write(how: 'pushState' | 'replaceState'): boolean {
    const entry = { ...this.entry, scroll: this.scrolls.get(this.entry.index) ?? 0 };
    const address = location.pathname + location.search + (entry.place ? `#${entry.place}` : '');
    try {
      history[how](entry, '', address);
      return true;
    } catch {  // a page from a file in some browsers, or too many in a short time: only Back is lost
      return false;
    }
  }
}

function fragment(): string { return location.hash.slice(1); }

function another(from: string, to: string): boolean {
  const a = new URLSearchParams(from), b = new URLSearchParams(to);
  return WAYPOINTS.some(name => a.get(name) !== b.get(name));
}

/// Only the figure's evidence, or the presentation, is gone.
function closes(from: string, to: string): boolean {
  const a = new URLSearchParams(from), b = new URLSearchParams(to);
  const over = ['figure', 'hall'].filter(name => a.has(name) && !b.has(name));
  return over.length > 0 && ['doc', 'view', 'drill', 'at'].every(name => a.get(name) === b.get(name));
}
