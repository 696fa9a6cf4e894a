import type { mongo } from 'mongoose';

type Change<Row extends mongo.Document> = mongo.ChangeStreamDocument<Row>;

interface Listening<Row extends mongo.Document> {
  open: () => mongo.ChangeStream<Row, Change<Row>>;
  tell: (change: Change<Row>) => void;
  /** Some changes may have been missed. */
  missed: () => void;
  warn: (error: Error) => void;
}

/** Follows what is written with one change stream, which is opened again whenever it ends, until it is closed. */
export function follow<Row extends mongo.Document>({
  open,
  tell,
  missed,
  warn,
}: Listening<Row>): {
  close(): Promise<void>;
} {
  let closed = false;
  let stream = listen();

  function listen() {
    const opened = open();
    opened.on('change', tell);
    opened.on('error', warn);
    // An error closes it, and so does what the driver says no word about.
    opened.once('close', () => setTimeout(listenAgain, 500).unref());
    return opened;
  }

  function listenAgain() {
    if (closed) return;
    stream = listen();
    missed();
  }

  return {
    async close() {
      closed = true;
      await stream.close();
    },
  };
}
