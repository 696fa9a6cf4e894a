/** As much of autocannon as the benchmarks use; it comes without types. */
declare module 'autocannon' {
  interface Request {
    headers?: Record<string, string>;
  }
  interface Options {
    url: string;
    connections: number;
    /** Seconds. */
    duration: number;
    requests?: { setupRequest: (request: Request) => Request }[];
  }
  interface Outcome {
    /** A second. */
    requests: { average: number };
    errors: number;
    timeouts: number;
    non2xx: number;
  }
  export default function autocannon(options: Options): Promise<Outcome>;
}
