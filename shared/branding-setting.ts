/** Throws an Error for a colour or a logo that mails cannot show. An empty logo means that there is none. */
export function refuseBadBranding({
  VENDOR_COLOR,
  VENDOR_LOGO_URL,
}: {
  VENDOR_COLOR: string;
  VENDOR_LOGO_URL: string;
}): void {
  if (!/^#[0-9a-f]{6}$/i.test(VENDOR_COLOR))
    throw new Error(`VENDOR_COLOR=${VENDOR_COLOR} is not a colour. Write it as #rrggbb, such as #1f4fd8.`);
  if (VENDOR_LOGO_URL && !isHttps(VENDOR_LOGO_URL))
    throw new Error(
      'VENDOR_LOGO_URL must be the whole address of an image and begin with https://, because mail programs load no other images.',
    );
}

function isHttps(address: string): boolean {
  return URL.canParse(address) && new URL(address).protocol === 'https:';
}
