// Writes the semantic mirror: the DOM under the canvas, element by element, from the records of src/platform/mirror.cpp.
// The elements take every click, key and scroll and the keyboard's focus; this file passes them on as node ids.
// Text of a document is only ever set as text, never as markup.
// Tests: tests/browser drives the whole app through these elements.
import type { Memory } from './program.js';

/// In the order of Role in src/platform/mirror.h: the element, and its role where the element has none by itself.
const ROLES: readonly (readonly [tag: string, role?: string])[] = [
  ['nav'], ['section'], ['aside'],
  ['div', 'group'], ['h2'], ['p'], ['div', 'list'], ['div', 'listitem'], ['button'], ['a'], ['div', 'tablist'],
  ['button', 'tab'], ['div', 'table'], ['div', 'row'], ['div', 'columnheader'], ['div', 'rowheader'], ['div', 'cell'],
  ['div', 'img'], ['input'], ['button'], ['div', 'status'], ['div', 'progressbar'], ['div', 'separator'],
  ['div', 'rowgroup'], ['select'], ['textarea'], ['span'],
];
const enum Role { group = 3, heading = 4, text_field = 18, figure_mark = 19, progress = 21, select = 24, text_area = 25 }
const enum Change { put = 1, children = 2, remove = 3, height = 4 }

/// Elements that answer a click, and those that only show that the pointer is on them.
const ACTIVE = 'button, a, input, select, textarea';
/// Fields answer by themselves: what is typed or chosen in them is told, not a click.
const isField = (element: unknown): element is Field =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;
type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const HOVERED = `${ACTIVE}, [role=row], [title]`;

export interface Events {
  activate(node: number): void;
  hover(node: number, x: number, y: number): void;
  focus(node: number, visible: boolean): void;
  scroll(region: number, top: number): void;
  edit(field: number, text: string): void;
}

export class Mirror {
  private readonly elements = new Map<number, HTMLElement>();
  private readonly contents = new Map<number, HTMLElement>();  // of regions: the block that scrolls in them
  private readonly styles = new Map<string, string>();
  private readonly sheet = new CSSStyleSheet();
  private hovered = 0;
  /// The field in which an input method puts a word together: it stays still meanwhile, or the word would be lost (flutter#119411).
  private composing: EventTarget | null = null;

  constructor(private readonly main: HTMLElement, private readonly memory: Memory, private readonly events: Events) {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.sheet];
    this.listen();
  }

  // Writing -------------------------------------------------------------------------------------------------------

  write(at: number, size: number): void {
    const records = new Records(this.memory, at, size);
    const focused = document.activeElement;
    while (records.more()) {
      const change: Change = records.u8();
      const node = records.u32();
      if (change === Change.put) this.put(node, records);
      else if (change === Change.children) this.order(node, records);
      else if (change === Change.remove) this.remove(node);
      else this.setHeight(node, records.f32());
    }
    // The element with the focus went away or was replaced: its successor, if any, takes over.
    if (focused instanceof HTMLElement && focused !== document.activeElement && focused.id) {
      const successor = document.getElementById(focused.id);
      if (successor) successor.focus({ preventScroll: true });
      else this.events.focus(0, false);
    }
  }

  private put(node: number, records: Records): void {
    const role: Role = records.u8(), level = records.u8(), flags = records.u16();
    const [tag, named] = ROLES[role]!;
    const element = this.elementFor(node, role === Role.heading ? `h${Math.min(Math.max(level, 1), 6)}` : tag);
    const place = element === this.composing ? document.createElement('p').style : element.style;
    place.left = `${records.f32()}px`;
    place.top = `${records.f32()}px`;
    place.width = `${records.f32()}px`;
    place.height = `${records.f32()}px`;
    element.className = this.styleClass(records, flags) + (role === Role.figure_mark ? ' mark' : '');
    const text = records.text(), name = records.text(), description = records.text();
    const placeholder = records.text(), value = records.text(), term = records.text(), identifier = records.text();

    const isRegion = (flags & 512) !== 0;
    if (isRegion) this.contentOf(node, element);
    else if (role === Role.select) setOptions(element as HTMLSelectElement, text);
    else if (role !== Role.text_field && role !== Role.text_area) setText(element, text);
    // A group without a name is nothing but a place.
    set(element, 'role', named === 'group' && !name ? '' : named ?? '');
    set(element, 'aria-label', name);
    set(element, 'aria-description', description);
    set(element, 'title', term);
    const isLine = identifier.startsWith('@');
    set(element, 'data-id', isLine ? '' : identifier);
    set(element, 'data-at', isLine ? identifier.slice(1) : '');
    const threeWay = (bit: number): string => flags >> bit & 1 ? String((flags >> bit & 2) !== 0) : '';
    set(element, 'aria-pressed', threeWay(0));
    set(element, 'aria-selected', threeWay(2));
    set(element, 'aria-expanded', threeWay(4));
    set(element, 'aria-current', flags & 64 ? 'page' : '');
    if (element instanceof HTMLButtonElement) {
      set(element, 'aria-disabled', flags & 128 ? 'true' : '');
      if (named === 'tab') element.tabIndex = flags >> 2 & 2 ? 0 : -1;
    }
    if (isField(element)) {
      element.disabled = (flags & 128) !== 0;
      if (element instanceof HTMLSelectElement) element.selectedIndex = Number(value);
      else {
        element.placeholder = placeholder;
        if (element !== document.activeElement && element.value !== value) element.value = value;
      }
    }
    if (role === Role.progress) {
      set(element, 'aria-valuemin', '0');
      set(element, 'aria-valuemax', '100');
      set(element, 'aria-valuenow', value);
    }
  }

  private elementFor(node: number, tag: string): HTMLElement {
    const known = this.elements.get(node);
    if (known && known.localName === tag) return known;
    const element = document.createElement(tag);
    element.id = `n${node}`;
    if (element instanceof HTMLButtonElement) element.type = 'button';
    if (element instanceof HTMLAnchorElement) element.href = `#${element.id}`;
    if (element instanceof HTMLInputElement) element.type = 'text';
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
      element.autocomplete = 'off';
      element.spellcheck = false;
    }
    if (known) {
      this.contents.delete(node);
      element.append(...known.childNodes);
      known.replaceWith(element);
    }
    this.elements.set(node, element);
    return element;
  }

  /// A region scrolls; what is in it stands in a block of the content's height.
  private contentOf(node: number, region: HTMLElement): HTMLElement {
    let content = this.contents.get(node);
    if (!content) {
      content = document.createElement('div');
      content.className = 'inside';
      region.append(content);
      this.contents.set(node, content);
    }
    region.classList.add('region');
    return content;
  }

  private order(parent: number, records: Records): void {
    const count = records.u32();
    const children: HTMLElement[] = [];
    for (let i = 0; i < count; ++i) {
      const child = this.elements.get(records.u32());
      if (child) children.push(child);
    }
    const home = parent === 0 ? this.main : this.contents.get(parent) ?? this.elements.get(parent);
    if (!home) return;
    // From the back, moving only what stands wrong: an element that moves loses its focus and scroll.
    let next: ChildNode | null = null;
    for (const child of children.reverse()) {
      const stays = child === this.composing && child.parentNode === home;
      if (!stays && (child.parentNode !== home || child.nextSibling !== next)) home.insertBefore(child, next);
      next = child;
    }
  }

  private remove(node: number): void {
    this.elements.get(node)?.remove();
    this.elements.delete(node);
    this.contents.delete(node);
    if (node === this.hovered) this.hovered = 0;
  }

  private setHeight(region: number, height: number): void {
    const content = this.contents.get(region);
    if (content) content.style.height = `${height}px`;
  }

  /// Each distinct type of text is one rule of one style sheet.
  private styleClass(records: Records, flags: number): string {
    const size = records.f32(), line = records.f32(), spacing = records.f32(), weight = records.u16();
    const colour = css(records.u32()), ground = records.u32();
    const rule = `font-size:${size}px;line-height:${line}px;font-weight:${weight};color:${colour};` +
                 `text-align:${flags & 256 ? 'right' : flags & 1024 ? 'center' : 'left'};` + (ground ? `background-color:${css(ground)};` : '') + (spacing ? `letter-spacing:${spacing.toFixed(2)}px;` : '');
    let name = this.styles.get(rule);
    if (!name) {
      name = `t${this.styles.size}`;
      this.styles.set(rule, name);
      this.sheet.insertRule(`.${name}{${rule}}`);
    }
    return name;
  }

  /// Forgets everything, for a program that starts afresh.
  clear(): void {
    for (const element of this.elements.values()) element.remove();
    this.elements.clear();
    this.contents.clear();
    this.hovered = 0;
  }

  // Wishes of the program -------------------------------------------------------------------------------------------

  scrollTo(region: number, top: number, smooth: boolean): void {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.elements.get(region)?.scrollTo({ top, behavior: smooth && !still ? 'smooth' : 'instant' });
  }

  focus(node: number): void {
    const element = this.elements.get(node);
    if (!element) return;
    if (!element.matches(ACTIVE)) element.tabIndex = -1;
    element.focus({ preventScroll: true });
  }

  // Events of the visitor -------------------------------------------------------------------------------------------

  private listen(): void {
    const { main, events } = this;
    main.addEventListener('click', event => {
      const element = closest(event.target, ACTIVE);
      if (element instanceof HTMLAnchorElement) event.preventDefault();
      if (!element || isField(element) || element.getAttribute('aria-disabled') === 'true') return;
      const node = idOf(element);
      if (node) events.activate(node);
    });
    main.addEventListener('pointerover', event => {
      if (event.pointerType === 'mouse') this.setHovered(idOf(closest(event.target, HOVERED)), event);
    });
    main.addEventListener('pointerleave', event => this.setHovered(0, event));
    main.addEventListener('focusin', event => {
      const element = event.target as HTMLElement;
      events.focus(idOf(element), element.matches(':focus-visible'));
    });
    main.addEventListener('focusout', event => {
      if (!event.relatedTarget) events.focus(0, false);
    });
    main.addEventListener('scroll', event => {
      const region = event.target as HTMLElement;
      events.scroll(idOf(region), region.scrollTop);
    }, { capture: true, passive: true });
    main.addEventListener('compositionstart', event => { this.composing = event.target; });
    main.addEventListener('compositionend', event => {
      this.composing = null;
      const field = event.target;
      if (isField(field) && !(field instanceof HTMLSelectElement) && idOf(field)) events.edit(idOf(field), field.value);
    });
    main.addEventListener('input', event => {
      const field = event.target;
      if (this.composing) return;  // the word is told when it is done
      if (!isField(field) || !idOf(field)) return;
      events.edit(idOf(field), field instanceof HTMLSelectElement ? String(field.selectedIndex) : field.value);
    });
    main.addEventListener('keydown', event => this.key(event));
  }

  private setHovered(node: number, event: PointerEvent): void {
    if (node === this.hovered) return;
    this.hovered = node;
    this.events.hover(node, event.clientX, event.clientY);
  }

  private key(event: KeyboardEvent): void {
    const element = event.target as HTMLElement;
    if (event.isComposing) return;
    if (element instanceof HTMLInputElement && event.key === 'Enter') this.events.activate(idOf(element));
    if (element.getAttribute('role') === 'tab') moveAmongTabs(element, event);
  }
}

/// The arrow keys move within a row of tabs, as everywhere.
function moveAmongTabs(tab: HTMLElement, event: KeyboardEvent): void {
  const tabs = [...tab.closest('[role=tablist]')?.querySelectorAll<HTMLElement>('[role=tab]') ?? []];
  const at = tabs.indexOf(tab);
  const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  tabs.at(to % tabs.length)?.focus();
}

function idOf(element: Element | null): number {
  return element && /^n\d+$/.test(element.id) ? Number(element.id.slice(1)) : 0;
}

function closest(target: EventTarget | null, selector: string): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(selector) : null;
}

function set(element: HTMLElement, name: string, value: string): void {
  if (value === '') {
    if (element.hasAttribute(name)) element.removeAttribute(name);
  } else if (element.getAttribute(name) !== value) {
    element.setAttribute(name, value);
  }
}

/// An element's own words are its first child, before the elements inside it.
function setText(element: HTMLElement, text: string): void {
  const first = element.firstChild;
  if (first instanceof Text) {
    if (text === '') first.remove();
    else if (first.data !== text) first.data = text;
  } else if (text !== '') {
    element.prepend(text);
  }
}

function setOptions(select: HTMLSelectElement, lines: string): void {
  const words = lines.split('\n');
  words.forEach((word, i) => {
    const option = select.options[i] ?? select.appendChild(document.createElement('option'));
    if (option.textContent !== word) option.textContent = word;
  });
  select.length = words.length;
}

/// 0xAARRGGBB as CSS.
export function css(colour: number): string {
  const alpha = colour >>> 24;
  const rgb = `${colour >>> 16 & 255},${colour >>> 8 & 255},${colour & 255}`;
  return alpha === 255 ? `rgb(${rgb})` : `rgba(${rgb},${alpha / 255})`;
}

/// Reads the records in the order in which src/platform/mirror.cpp writes them; little-endian.
class Records {
  private readonly end: number;
  constructor(private readonly memory: Memory, private at: number, size: number) { this.end = at + size; }
  more(): boolean { return this.at < this.end; }
  u8(): number { return this.memory.view.getUint8(this.at++); }
  u16(): number { return this.memory.view.getUint16((this.at += 2) - 2, true); }
  u32(): number { return this.memory.view.getUint32((this.at += 4) - 4, true); }
  f32(): number { return this.memory.view.getFloat32((this.at += 4) - 4, true); }
  text(): string {
    const size = this.u32();
    return this.memory.text((this.at += size) - size, size);
  }
}
