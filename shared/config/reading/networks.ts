import { BlockList, isIP } from 'node:net';

const named: Record<string, readonly string[]> = {
  loopback: ['127.0.0.0/8', '::1/128'],
  linklocal: ['169.254.0.0/16', 'fe80::/10'],
  uniquelocal: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
};
export const networkNames = Object.keys(named);

/** Half of the world is no network of anybody; those of IPv6 that are private have 7 bits. */
const widest = 7;

/** True for an address or a network, such as `10.0.0.0/8`, that is not the whole world. */
export function isNetwork(written: string): boolean {
  const [address = '', bits, ...rest] = written.split('/');
  const most = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  if (most === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= widest && Number(bits) <= most);
}

/** Tells whether an address is in one of the networks, which are separated by commas. None: no address is. */
export function networks(written: string, name: string): (address: string) => boolean {
  const all = written
    .split(',')
    .map(each => each.trim())
    .filter(each => each !== '');
  const wrong = all.find(each => !(each in named || isNetwork(each)));
  if (wrong !== undefined)
    throw new Error(`${name}=${written} does not hold. Write networks, as 10.0.0.0/8,loopback.`);
  const list = new BlockList();
  for (const network of all.flatMap(each => named[each] ?? [each])) add(list, network);
  return address => isIP(address) !== 0 && list.check(address, familyOf(address));
}

function add(list: BlockList, network: string): void {
  const [address = '', bits] = network.split('/');
  const family = familyOf(address);
  list.addSubnet(address, bits === undefined ? (family === 'ipv4' ? 32 : 128) : Number(bits), family);
}

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');
