import type { ComponentChildren } from 'preact';

type Children = { children: ComponentChildren };

export function Section({ title, children }: Children & { title: string }) {
  const id = title.toLowerCase().replace(/\W+/g, '-');
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

export function Form({ action, button, children }: Children & { action: string; button: string }) {
  return (
    <form class="actions" method="post" action={`/control/${action}`}>
      {children}
      <button type="submit" class="button quiet">
        {button}
      </button>
    </form>
  );
}

export const Hidden = ({ name, value }: { name: string; value: string }) => (
  <input type="hidden" name={name} value={value} />
);

export function Field({ name, value, hint }: { name: string; value?: string | number; hint?: string }) {
  return (
    <label>
      {name} <input type="text" name={name} value={value} placeholder={hint} />
    </label>
  );
}

export function Choice({
  name,
  options,
  value,
}: {
  name: string;
  options: readonly string[];
  value?: string;
}) {
  return (
    <label>
      {name}{' '}
      <select name={name}>
        {options.map(option => (
          <option value={option} selected={option === value}>
            {option}
          </option>
        ))}
      </select>
    </label>
  );
}

export function Rows({
  head,
  none,
  children,
}: {
  head: string[];
  none: string;
  children: ComponentChildren[];
}) {
  if (children.length === 0) return <p class="intro">{none}</p>;
  return (
    <table class="stack">
      <thead>
        <tr>
          {head.map(each => (
            <th>{each}</th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
