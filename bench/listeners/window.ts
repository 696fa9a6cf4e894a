/** A window at the desk that is told what changes. */
export interface Window {
  /** The deal it shows; none for a list. */
  dealId: string | undefined;
  /** How long after each change it was told first, in milliseconds; what it was never told is missing. */
  delaysAfter(sentAt: Map<string, number[]>): number[];
  close(): void;
}

/** Opens a stream of the desk, as a browser does, and notes what comes. Throws unless it is answered with 200. */
export async function openWindow(
  url: string,
  { cookie, dealId }: { cookie: string; dealId: string | undefined },
): Promise<Window> {
  const end = new AbortController();
  const address = `${url}/desk/live?deal=${dealId ?? ''}`;
  const { status, body } = await fetch(address, { headers: { cookie }, signal: end.signal });
  if (status !== 200 || !body) throw new Error(`${address} answers ${status}`);
  const told: { deals: string[]; at: number }[] = [];
  const reading = read(body, deals => told.push({ deals, at: performance.now() }));
  reading.catch(() => {});
  return {
    dealId,
    delaysAfter(sentAt) {
      const seen = dealId ? [dealId] : [...sentAt.keys()];
      return seen.flatMap(each => {
        const moments = told.filter(({ deals }) => deals.includes(each)).map(({ at }) => at);
        return (sentAt.get(each) ?? []).flatMap(sent => {
          const first = moments.find(at => at >= sent);
          return first === undefined ? [] : [first - sent];
        });
      });
    },
    close: () => end.abort(),
  };
}

async function read(body: ReadableStream<Uint8Array>, onChange: (deals: string[]) => void): Promise<void> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of body) {
    const events = `${rest}${decoder.decode(bytes, { stream: true })}`.split('\n\n');
    rest = events.pop() ?? '';
    for (const event of events) {
      const data = /^event: changed\ndata: (.*)$/.exec(event)?.[1];
      if (data) onChange((JSON.parse(data) as { deals: string[] }).deals);
    }
  }
}
