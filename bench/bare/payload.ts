/** Fields and texts as a deal has them, of about as many bytes. */
export function like(input: unknown, bytes: number): unknown {
  const text = JSON.stringify(input);
  const whole = Array.from({ length: Math.floor(bytes / text.length) }, () => input);
  return [...whole, text.slice(0, bytes % text.length)];
}
