import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One delivered mail, as people and tests read it. Times are ISO 8601 in UTC. */
export type Mail = {
  id: string;
  receivedAt: string;
  from: string;
  /** Everyone it was delivered to, blind copies included. */
  to: string[];
  subject: string;
  html?: string | undefined;
  text?: string | undefined;
  headers: { name: string; value: string }[];
  attachments: { name: string; type: string; bytes: number }[];
};

export type Filter = { to?: string | undefined; limit?: number | undefined };

/** All mails received, newest first. With a folder each is also a file there, and a restart finds it again. */
export class Mails {
  #mails: Mail[] = [];
  #count = 0;
  #folder: string | undefined;

  private constructor(folder: string | undefined) {
    this.#folder = folder;
  }

  /** Opens the mails kept in `folder`; without one they live in memory alone. */
  static async open(folder?: string): Promise<Mails> {
    const mails = new Mails(folder);
    if (folder) await mails.#load(folder);
    return mails;
  }

  /** Keeps a mail. Resolves when it is on disk. */
  async add(mail: Omit<Mail, 'id'>): Promise<Mail> {
    this.#count += 1;
    const kept = { id: `${this.#count}`, ...mail };
    if (this.#folder) await this.#write(this.#folder, kept);
    this.#mails.unshift(kept);
    return kept;
  }

  /** The newest mails; `to` keeps those with a recipient whose address contains it, in upper or lower case. */
  list({ to = '', limit = 200 }: Filter = {}): Mail[] {
    const wanted = to.trim().toLowerCase();
    const matching = this.#mails.filter(mail =>
      mail.to.some(address => address.toLowerCase().includes(wanted)),
    );
    return matching.slice(0, limit);
  }

  find(id: string): Mail | undefined {
    return this.#mails.find(mail => mail.id === id);
  }

  async clear(): Promise<void> {
    const gone = this.#mails.splice(0);
    const folder = this.#folder;
    if (folder) await Promise.all(gone.map(({ id }) => rm(join(folder, `${id}.json`), { force: true })));
  }

  async #load(folder: string): Promise<void> {
    await mkdir(folder, { recursive: true });
    const files = (await readdir(folder)).filter(name => /^\d+\.json$/.test(name));
    const texts = await Promise.all(files.map(name => readFile(join(folder, name), 'utf8')));
    this.#mails = texts.map(text => JSON.parse(text) as Mail).sort((a, b) => Number(b.id) - Number(a.id));
    this.#count = Number(this.#mails[0]?.id ?? 0);
  }

  // The file appears in one move, so that a crash never leaves half a mail.
  async #write(folder: string, mail: Mail): Promise<void> {
    const file = join(folder, `${mail.id}.json`);
    await writeFile(`${file}.part`, JSON.stringify(mail, null, 2));
    await rename(`${file}.part`, file);
  }
}
