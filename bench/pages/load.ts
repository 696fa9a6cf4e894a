import autocannon from 'autocannon';

/** Requests a second with ten connections. Throws when one of them was not answered with 2xx. */
export async function requestsASecond(
  url: string,
  { seconds, headers = () => ({}) }: { seconds: number; headers?: () => Record<string, string> },
): Promise<number> {
  const { requests, errors, timeouts, non2xx } = await autocannon({
    url,
    connections: 10,
    duration: seconds,
    requests: [{ setupRequest: request => ({ ...request, headers: { ...request.headers, ...headers() } }) }],
  });
  if (errors + timeouts + non2xx > 0)
    throw new Error(`${url}: ${errors} errors, ${timeouts} timeouts, ${non2xx} other answers than 2xx`);
  return requests.average;
}
