/** The look of the mailbox: one column, light or dark as the reader's system says. */
export const style = `
:root { color-scheme: light dark; --line: light-dark(#d8dee6, #38424f); --soft: light-dark(#55606e, #a8b3c1);
  --link: light-dark(#0b5cad, #7ab8ff); --ground: light-dark(#f5f7f9, #161b22); --card: light-dark(#fff, #1f2630); }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem 1rem 3rem; background: var(--ground);
  font: 1rem/1.6 system-ui, 'Hiragino Sans', 'Noto Sans JP', 'Noto Sans CJK JP', 'Yu Gothic UI', sans-serif }
h1 { margin: .25rem 0; font-size: 1.5rem; line-height: 1.3; overflow-wrap: anywhere }
header p, .count, .empty, dt, .to, .snippet, time { color: var(--soft) }
header p { margin: 0 }
a { color: var(--link) }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
.tools { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; margin: 1.25rem 0 .5rem }
.tools form:first-child { flex: 1 1 20rem; display: flex; flex-wrap: wrap; gap: .25rem .5rem }
.tools label { flex-basis: 100%; font-size: .875rem }
input { flex: 1; min-width: 0 }
input, button, .button { min-height: 2.75rem; padding: 0 1rem; font: inherit; color: inherit; background: var(--card);
  border: 1px solid var(--soft); border-radius: .5rem; display: inline-flex; align-items: center; text-decoration: none }
button, .button { cursor: pointer }
button:hover, .button:hover { border-color: var(--link) }
.danger { color: light-dark(#a3171b, #ff9d9d) }
.inbox { list-style: none; margin: 0; padding: 0; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; overflow: hidden }
.inbox li + li { border-top: 1px solid var(--line) }
.inbox a { display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; padding: .75rem 1rem; color: inherit; text-decoration: none }
.inbox a:hover { background: var(--ground) }
.inbox a:focus-visible { outline-offset: -3px }
.subject { font-weight: 600; overflow-wrap: anywhere }
.inbox time { grid-column: 2; grid-row: 1; font-size: .875rem; font-variant-numeric: tabular-nums }
.to { grid-column: 1 / -1; font-size: .875rem; overflow-wrap: anywhere }
.snippet { grid-column: 1 / -1; font-size: .875rem; white-space: nowrap; overflow: hidden; text-overflow: ellipsis }
.empty { padding: 3rem 1rem; text-align: center; background: var(--card); border: 1px dashed var(--line); border-radius: .75rem; overflow-wrap: anywhere }
dl { margin: .75rem 0 }
dl div { display: grid; grid-template-columns: 6rem 1fr; gap: .5rem }
dd { margin: 0; overflow-wrap: anywhere }
iframe { width: 100%; height: 70vh; min-height: 24rem; background: #fff; border: 1px solid var(--line); border-radius: .75rem }
details { margin-top: 1rem; padding: .75rem 1rem; background: var(--card); border: 1px solid var(--line); border-radius: .75rem }
summary { cursor: pointer; font-weight: 600 }
pre { margin: .5rem 0 0; white-space: pre-wrap; overflow-wrap: anywhere; font: .875rem/1.6 ui-monospace, monospace }
.letter { display: grid; gap: .25rem; margin-top: 1rem; max-width: 42rem }
.letter label { margin-top: .75rem; font-weight: 600 }
.letter button { margin-top: 1rem; justify-self: start }
textarea { resize: vertical; padding: .625rem 1rem; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--soft); border-radius: .5rem }
.problem { padding: .75rem 1rem; border: 1px solid light-dark(#a3171b, #ff9d9d); border-radius: .5rem }
@media (max-width: 30rem) {
  .inbox a { grid-template-columns: 1fr }
  .inbox time { grid-column: 1; grid-row: auto }
}
`;
