import { useContext } from 'preact/hooks';
import type { Frame } from './frame.ts';
import { fonts, Look } from './look.ts';

const logoHeight = 32;

/** The vendor's logo; its name where there is none, and in the place of a picture that is not loaded. */
export function Masthead({ vendor }: { vendor: Frame['vendor'] }) {
  const { text } = useContext(Look);
  const words = {
    fontFamily: fonts,
    fontSize: '18px',
    lineHeight: `${logoHeight}px`,
    fontWeight: 700,
    color: text,
  };
  return (
    <tr>
      <td class="text edge masthead" align="left" style={{ padding: '8px 4px 18px', ...words }}>
        {vendor.logoUrl ? (
          <img
            class="logo"
            src={vendor.logoUrl}
            alt={vendor.name}
            height={logoHeight}
            style={{
              ...words,
              display: 'inline-block',
              height: `${logoHeight}px`,
              width: 'auto',
              maxWidth: '100%',
              border: 0,
            }}
          />
        ) : (
          vendor.name
        )}
      </td>
    </tr>
  );
}
