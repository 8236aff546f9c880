// For pages that show a disclosure inside them: <script src="…/embed.js"></script> and then
//   <mingzhang-view src="budget.txt" view="checks" lang="zh" theme="light"></mingzhang-view>
// The element fetches the document as its own page does and hands it over; the view runs in a frame of the page that this script
// came from. Attributes may change at any time. Events: mingzhang-ready, -opened, -failed, -place, each with its values in `detail`.
// The reference is web/EMBED.md. Test: tests/browser/embed.test.mjs.
(() => {
  const script = document.currentScript as HTMLScriptElement;
  const page = new URL('./', script.src);

  class MingzhangView extends HTMLElement {
    static observedAttributes = ['src', 'view', 'lang', 'theme', 'title'];
    private frame: HTMLIFrameElement | undefined;
    private ready = false;
    private readonly hear = (event: MessageEvent): void => {
      if (event.source !== this.frame?.contentWindow || event.origin !== page.origin) return;
      const { mingzhang: kind, ...detail } = event.data as Record<string, unknown>;
      if (kind === 'ready') this.begin();
      if (typeof kind === 'string') this.dispatchEvent(new CustomEvent(`mingzhang-${kind}`, { detail }));
    };

    connectedCallback(): void {
      addEventListener('message', this.hear);
      const address = new URL(page);
      address.searchParams.set('embed', '1');
      for (const name of ['view', 'lang', 'theme']) {
        const value = this.getAttribute(name);
        if (value) address.searchParams.set(name, value);
      }
      const frame = this.frame = document.createElement('iframe');
      frame.title = this.getAttribute('title') ?? '明账 Mingzhang';
      frame.allow = 'clipboard-write; fullscreen';
      frame.style.cssText = 'display:block;width:100%;height:100%;border:0';
      if (!this.style.display) this.style.display = 'block';
      if (!this.style.height && !this.hasAttribute('style')) this.style.height = '640px';
      frame.src = address.href;
      this.replaceChildren(frame);
    }

    disconnectedCallback(): void {
      removeEventListener('message', this.hear);
      this.ready = false;
    }

    attributeChangedCallback(name: string, before: string | null, now: string | null): void {
      if (!this.ready || before === now || now === null) return;
      if (name === 'src') void this.open(now);
      else if (name === 'lang') this.send({ mingzhang: 'language', value: now });
      else if (name === 'title') this.frame!.title = now;
      else this.send({ mingzhang: name, value: now });
    }

    /// Bytes that the host page has already: from a form, another server, an archive.
    openBytes(name: string, bytes: ArrayBuffer): void { this.send({ mingzhang: 'open', name, bytes }, [bytes]); }

    private begin(): void {
      this.ready = true;
      this.send({ mingzhang: 'hello' });
      const source = this.getAttribute('src');
      if (source) void this.open(source);
    }

    private async open(source: string): Promise<void> {
      const name = decodeURIComponent(new URL(source, document.baseURI).pathname.split('/').pop() || source);
      try {
        const answer = await fetch(new URL(source, document.baseURI));
        if (!answer.ok) throw new Error(String(answer.status));
        this.openBytes(name, await answer.arrayBuffer());
      } catch (error) {
        this.dispatchEvent(new CustomEvent('mingzhang-failed', { detail: { name, code: 'page.source', message: String(error) } }));
      }
    }

    private send(message: Record<string, unknown>, handed: ArrayBuffer[] = []): void {
      this.frame?.contentWindow?.postMessage(message, page.origin, handed);
    }
  }

  if (!customElements.get('mingzhang-view')) customElements.define('mingzhang-view', MingzhangView);
})();
