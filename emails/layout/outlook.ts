import { jsxTemplate } from 'preact/jsx-runtime';

/**
 * Outlook on Windows draws mails with Word, which knows neither `max-width` nor our fonts and hangs list marks out of
 * the card. It reads these comments; nobody else does.
 */
const only = (html: string) => jsxTemplate([`<!--[if mso]>${html}<![endif]-->`]);

/** Pixels stay pixels on screens of high resolution, and cells have a font, which Word does not hand down to them. */
export const outlookHead = only(
  '<xml><o:OfficeDocumentSettings xmlns:o="urn:schemas-microsoft-com:office:office"><o:AllowPNG/><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml>' +
    "<style>body, table, td, th, p, a, li, h1, h2 { font-family: 'Segoe UI', Meiryo, Arial, sans-serif; } table { border-collapse: collapse; mso-table-lspace: 0; mso-table-rspace: 0; }</style>",
);

/** The colour of a ground as Outlook reads it: in an attribute that the types of preact no longer know. */
export const bgcolor = (colour: string) => ({ bgcolor: colour });

/** A table of fixed width around the one that is as wide as the screen allows. */
export const outlookColumn = {
  begin: only(
    '<table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0" border="0"><tr><td>',
  ),
  end: only('</td></tr></table>'),
};
