// Text that the visitor selects: the browser selects the mirror's words below the canvas, so what is selected is shown above it;
// words of the document are copied exactly as they stand there, line breaks included.
// Tests: tests/browser/source.test.mjs.

const MOST_BOXES = 400;

export class Selection {
  private readonly layer = document.createElement('div');
  private asked = false;

  /// `copy` puts the words between two bytes of the document ("3348-3360") where the event wants them.
  constructor(private readonly main: HTMLElement, private readonly copy: (places: string, to: DataTransfer) => boolean) {
    this.layer.id = 'selection';
    this.layer.setAttribute('aria-hidden', 'true');
    document.body.append(this.layer);
    document.addEventListener('selectionchange', () => this.ask());
    document.addEventListener('scroll', () => { if (this.layer.firstChild) this.ask(); }, { capture: true, passive: true });
    addEventListener('resize', () => this.ask());
    document.addEventListener('copy', event => this.answerCopy(event));
  }

  private ask(): void {
    if (this.asked) return;
    this.asked = true;
    requestAnimationFrame(() => {
      this.asked = false;
      this.show();
    });
  }

  /// The selection, where it is one of the page's own words.
  private range(): Range | undefined {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
    const range = selection.getRangeAt(0);
    return this.main.contains(range.commonAncestorContainer) ? range : undefined;
  }

  private show(): void {
    const range = this.range();
    const boxes: HTMLElement[] = [];
    if (range) {
      const holder = range.commonAncestorContainer;
      const region = (holder instanceof Element ? holder : holder.parentElement)?.closest('.region');
      const bounds = (region ?? this.main).getBoundingClientRect();
      for (const rect of range.getClientRects()) {
        const left = Math.max(rect.left, bounds.left), right = Math.min(rect.right, bounds.right);
        const top = Math.max(rect.top, bounds.top), bottom = Math.min(rect.bottom, bounds.bottom);
        // Boxes of whole elements would cover the page: only lines of text count.
        if (right <= left || bottom <= top || rect.height > 60 || boxes.length === MOST_BOXES) continue;
        const box = document.createElement('div');
        Object.assign(box.style, { left: `${left}px`, top: `${top}px`, width: `${right - left}px`, height: `${bottom - top}px` });
        boxes.push(box);
      }
    }
    this.layer.replaceChildren(...boxes);
  }

  private answerCopy(event: ClipboardEvent): void {
    const range = this.range();
    if (!range || !event.clipboardData) return;
    const lines = [...this.main.querySelectorAll<HTMLElement>('[data-at]')].filter(line => range.intersectsNode(line));
    const first = lines[0], last = lines.at(-1);
    if (!first || !last) return;
    const start = byteAt(first, range.startContainer, range.startOffset, 0);
    const end = byteAt(last, range.endContainer, range.endOffset, Infinity);
    if (end > start && this.copy(`${start}-${end}`, event.clipboardData)) event.preventDefault();
  }
}

/// The byte of the document that a boundary of the selection in a line stands for; outside the line: its beginning or its end.
function byteAt(line: HTMLElement, node: Node, offset: number, otherwise: number): number {
  const text = line.firstChild instanceof Text ? line.firstChild.data : '';
  const letters = line.contains(node) && node instanceof Text ? offset : Math.min(otherwise, text.length);
  return Number(line.dataset['at']) + new TextEncoder().encode(text.slice(0, letters)).length;
}
