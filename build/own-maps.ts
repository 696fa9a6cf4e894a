import { dirname, resolve } from 'node:path';
import { decode, encode, type SourceMapSegment } from '@jridgewell/sourcemap-codec';

interface Sources {
  sources: string[];
  mappings: string;
}

/**
 * The part of the map (JSON) of a bundle, in the file `path`, that is about our own sources. All of it would be ten times as much, which is read at
 * each start.
 */
export function ownMap(json: string, path: string): string {
  const isOurs = (source: string) => !resolve(dirname(path), source).includes('/node_modules/');
  const { sources, mappings }: Sources = JSON.parse(json);
  const own = new Map<number, number>();
  for (const [i, source] of sources.entries()) if (isOurs(source)) own.set(i, own.size);
  const lines = decode(mappings).map(line => ownSegments(line, own));
  const ownSources = sources.filter(isOurs);
  return JSON.stringify({ version: 3, sources: ownSources, names: [], mappings: encode(lines) });
}

/** Where a package follows one of ours in a line, an empty segment ends ours. */
function ownSegments(line: SourceMapSegment[], own: Map<number, number>): SourceMapSegment[] {
  const kept: SourceMapSegment[] = [];
  for (const [column, source, row, from] of line) {
    const place = source === undefined ? undefined : own.get(source);
    if (place !== undefined) kept.push([column, place, row ?? 0, from ?? 0]);
    else if ((kept.at(-1)?.length ?? 1) > 1) kept.push([column]);
  }
  return kept;
}
