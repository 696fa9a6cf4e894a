import type { Config } from '../../shared/config.ts';

/** Behind https a browser takes a cookie of this name from this host alone, never from a neighbour of its domain. */
export const hostCookie = (name: string, config: Pick<Config, 'PUBLIC_URL'>): string =>
  isSecure(config) ? `__Host-${name}` : name;

export const isSecure = ({ PUBLIC_URL }: Pick<Config, 'PUBLIC_URL'>): boolean =>
  PUBLIC_URL.startsWith('https:');
