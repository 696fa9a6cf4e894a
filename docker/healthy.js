// The health check inside a container, whose image has neither curl nor wget: exits 0 when the address answers 2xx.
const url = process.argv[2];
const response = await fetch(url, { signal: AbortSignal.timeout(4000) }).catch(error => ({
  ok: false,
  error,
}));
if (!response.ok) {
  process.stderr.write(`${url}: ${response.status ?? response.error.message}\n`);
  process.exitCode = 1;
}
