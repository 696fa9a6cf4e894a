/** Documented license ARNs lack the `arn:` that real ones have; the last part is the same in both. */
const licenseId = /l-[0-9a-f]{32}/;

/** The key by which a license is compared, however AWS wrote its ARN. */
export function licenseKey(arn: string): string {
  return arn.match(licenseId)?.[0] ?? arn;
}
