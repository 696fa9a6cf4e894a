import { page } from './pages.tsx';
import type { Letter } from './write.ts';

/** A mail to be written, or written and not sent. */
export function writePage({ letter, problem }: { letter: Letter; problem?: string }): string {
  const title = letter.answers ? 'Answer' : 'New mail';
  return page(
    title,
    <>
      <header>
        <a href="/">← Mailbox</a>
        <h1>{title}</h1>
        <p>It is sent to this machine alone. What is for support is handed over to Offerdesk.</p>
      </header>
      <main>
        {problem && (
          <p class="problem" role="alert">
            Not sent: {problem}
          </p>
        )}
        <form class="letter" method="post" action="/write">
          {letter.answers && <input type="hidden" name="answers" value={letter.answers} />}
          <Line name="from" label="From" value={letter.from} />
          <Line name="to" label="To" value={letter.to} />
          <Line name="subject" label="Subject" value={letter.subject} />
          <label for="text">Text</label>
          <textarea id="text" name="text" rows={10} required>
            {letter.text}
          </textarea>
          <button type="submit">Send</button>
        </form>
      </main>
    </>,
  );
}

type LineProps = { name: string; label: string; value: string };

function Line({ name, label, value }: LineProps) {
  return (
    <>
      <label for={name}>{label}</label>
      <input id={name} name={name} value={value} required />
    </>
  );
}
