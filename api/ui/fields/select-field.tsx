import { FieldFrame, type FrameProps, useDescribedBy } from './field.tsx';

export interface SelectFieldProps extends FrameProps {
  options: readonly { value: string; label: string }[];
  value?: string;
  width?: 'short' | 'medium' | 'full';
  /** Where the page has every time zone. The script adds those that the browser knows, once somebody opens the list. */
  allTimeZonesAt?: string;
}

/** One choice from a list. */
export function SelectField(props: SelectFieldProps) {
  return (
    <FieldFrame {...props}>
      {props.allTimeZonesAt && (
        <noscript>
          <a class="small" href={props.allTimeZonesAt}>
            {props.messages.ui.allTimeZones}
          </a>
        </noscript>
      )}
      <select
        {...useDescribedBy(props)}
        data-time-zones={props.allTimeZonesAt ? '' : undefined}
        class={`input input--${props.width ?? 'full'}`}
      >
        {props.options.map(({ value, label }) => (
          <option key={value} value={value} selected={value === props.value}>
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
