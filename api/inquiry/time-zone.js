// The browser knows where the reader is; he can still choose another zone.
const select = document.getElementById('field-timeZone');
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (select && here) {
  if (![...select.options].some(option => option.value === here))
    select.add(new Option(here.replaceAll('_', ' '), here), 0);
  select.value = here;
}
