/** Quiet and console-like; system fonts, no pictures, no script. */
export const style = `
:root { --ink:#16191f; --dim:#545b64; --line:#d5dbdb; --page:#f2f3f3; --card:#fff; --bar:#232f3e; --link:#0b5cad; --go:#0b5cad; --go-ink:#fff; --ok:#116b2b; --bad:#b3261e; }
* { box-sizing:border-box }
body { margin:0; color:var(--ink); background:var(--page); font:16px/1.6 system-ui,-apple-system,"Segoe UI","Hiragino Sans","Noto Sans JP","Noto Sans CJK JP",Meiryo,sans-serif }
a { color:var(--link) }
.banner { background:#fff4d6; color:#4a3500; text-align:center; font-size:14px; padding:4px 16px }
header.bar { background:var(--bar); color:#fff; display:flex; flex-wrap:wrap; gap:8px 24px; align-items:center; padding:10px 24px }
header.bar a, header.bar button { color:#fff }
header.bar strong { font-size:17px }
header.bar nav { display:flex; flex-wrap:wrap; gap:4px 20px; flex:1 }
header.bar nav a { text-decoration:none; padding:6px 0; border-bottom:2px solid transparent }
header.bar nav a:hover, header.bar nav a[aria-current] { border-color:#fff }
.who { display:flex; flex-wrap:wrap; gap:4px 16px; align-items:center; font-size:14px }
.plain { background:none; border:0; padding:6px 0; font:inherit; text-decoration:underline; cursor:pointer }
main { max-width:960px; margin:0 auto; padding:32px 24px 64px }
h1 { font-size:28px; line-height:1.3; margin:0 0 8px }
h2 { font-size:19px; margin:0 0 12px }
.intro { color:var(--dim); margin:0 0 24px }
.card { background:var(--card); border:1px solid var(--line); border-radius:8px; padding:20px 24px; margin:0 0 20px }
dl { display:grid; grid-template-columns:max-content 1fr; gap:6px 24px; margin:0 }
dt { color:var(--dim) } dd { margin:0; overflow-wrap:anywhere }
table { width:100%; border-collapse:collapse }
th { text-align:left; font-weight:600; color:var(--dim); font-size:14px }
th, td { padding:10px 12px 10px 0; border-bottom:1px solid var(--line); vertical-align:top }
td.number, th.number { text-align:right; padding-right:0 }
tr:last-child td { border-bottom:0 }
small { color:var(--dim); display:block; overflow-wrap:anywhere }
p { overflow-wrap:anywhere } td { overflow-wrap:break-word }
main.wide { max-width:1280px }
select, input[type=text] { max-width:100%; font:inherit; padding:8px 12px; border:1px solid #687078; border-radius:6px; background:#fff; color:var(--ink); min-height:44px }
label { font-weight:600 }
.check { display:flex; gap:10px; align-items:center; font-weight:400 }
.check input { width:20px; height:20px }
.button { display:inline-block; font:inherit; font-weight:600; background:var(--go); color:var(--go-ink); border:1px solid var(--go); border-radius:6px; padding:10px 24px; min-height:44px; cursor:pointer; text-decoration:none }
.button:hover { background:#084985 }
.button.quiet { background:#fff; color:var(--link) }
.button.quiet:hover { background:#eef5fc }
:focus-visible { outline:3px solid #f0a500; outline-offset:2px }
.alert { border:1px solid var(--bad); border-left-width:6px; background:#fff; border-radius:6px; padding:12px 16px; margin:0 0 20px; color:var(--bad) }
.done { border-color:var(--ok); border-left:6px solid var(--ok) }
.actions { display:flex; flex-wrap:wrap; gap:12px; align-items:center }
.accounts { display:grid; gap:12px; margin:0 0 20px }
.accounts button { text-align:left; width:100% }
.pill { display:inline-block; border:1px solid currentColor; border-radius:12px; padding:0 10px; font-size:14px; white-space:nowrap }
.pill.on { color:var(--ok) } .pill.off { color:var(--dim) }
form.actions + form.actions { margin-top:12px }
form.actions label { font-weight:400; font-size:14px; color:var(--dim); display:grid; gap:2px }
form.actions { align-items:end }
.card > :first-child { margin-top:0 } .card > :last-child { margin-bottom:0 }
td form.actions .button { padding:8px 16px; white-space:nowrap } .time { white-space:nowrap }
h1 + .card { margin-top:20px }
.set-up { margin-top:16px }
.asked { margin-top:16px; border-top:1px solid var(--line) }
.choices a { margin-left:12px; white-space:nowrap; padding:4px 0 }
.choices a[aria-current] { color:var(--ink); font-weight:600; text-decoration:none; border-bottom:3px solid var(--go) }
[aria-invalid] { border-color:var(--bad); border-width:2px }
@media (max-width:640px) {
  header.bar strong, header.bar nav { flex-basis:100% }
  form.actions label, form.actions input, form.actions select { width:100% }
  header.bar { padding:10px 16px } main { padding:24px 16px 48px } .card { padding:16px }
  h1 { font-size:24px } dl { grid-template-columns:1fr; gap:0 } dd { margin-bottom:10px }
  table.stack thead { position:absolute; clip-path:inset(50%); width:1px; height:1px; overflow:hidden }
  table.stack tr { display:block; border-bottom:1px solid var(--line); padding:8px 0 }
  table.stack tr:last-child { border-bottom:0 }
  table.stack td { display:block; border:0; padding:3px 0; text-align:left }
  table.stack td::before { content:attr(data-label); display:block; color:var(--dim); font-size:14px }
  .button { width:100%; text-align:center } .accounts button { text-align:left } .actions form { width:100% }
}`;
