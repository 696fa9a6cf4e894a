import { describedBy, FieldFrame, type FrameProps } from './field.tsx';

export interface SelectFieldProps extends FrameProps {
  options: readonly { value: string; label: string }[];
  value?: string;
  width?: 'short' | 'medium' | 'full';
  /** The script adds every time zone that the browser knows, once somebody opens the list. */
  timeZones?: boolean;
}

/** One choice from a list. */
export function SelectField(props: SelectFieldProps) {
  return (
    <FieldFrame {...props}>
      <select
        {...describedBy(props)}
        data-time-zones={props.timeZones}
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
