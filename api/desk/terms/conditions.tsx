import { Button } from '../../ui/fields/button.tsx';
import { ChoiceField } from '../../ui/fields/choice-field.tsx';
import { FieldError } from '../../ui/fields/field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { TimeZoneField } from '../../ui/fields/time-zone-field.tsx';
import { wholeList } from '../../ui/fields/zones-query.ts';
import { languageOptions } from '../options.ts';
import { paymentField } from './dimension-rows.ts';
import { Group, Input, type Part } from './form-parts.tsx';
import { paymentRows } from './parse-terms.ts';

/** For how long, until when and for whom. */
export function Conditions({ view }: Part) {
  const { messages } = view.context;
  const { terms } = messages.desk;
  return (
    <Group id="conditions" title={messages.desk.deal.terms}>
      <div class="grid-2">
        <Input
          view={view}
          name="durationMonths"
          label={terms.durationMonths}
          inputmode="numeric"
          width="short"
        />
        <Input
          view={view}
          name="offerExpiresOn"
          label={terms.offerExpiresOn}
          hint={terms.expiryHint}
          type="date"
          width="medium"
        />
      </div>
      <Input
        view={view}
        name="buyerAwsAccountIds"
        label={terms.buyerAwsAccountIds}
        hint={terms.accountsHint}
        lines={3}
        width="medium"
      />
      <ChoiceField
        messages={messages}
        name="eula"
        label={terms.eula}
        values={[view.values.eula ?? 'standard']}
        choices={[
          { value: 'standard', label: terms.eulaStandard },
          { value: 'custom', label: terms.eulaCustom },
        ]}
      />
      <div class="when-custom">
        <Input view={view} name="eulaUrl" label={terms.eulaUrl} hint={terms.eulaUrlHint} type="url" />
      </div>
    </Group>
  );
}

/** When the buyer pays. */
export function Payments({ view }: Part) {
  const { context, values, errors } = view;
  const { terms } = context.messages.desk;
  const rows = Array.from({ length: paymentRows(values) }, (_, index) => index);
  return (
    <Group id="paymentSchedule" title={terms.paymentSchedule} hint={terms.paymentHint}>
      <FieldError messages={context.messages} name="paymentSchedule" error={errors.paymentSchedule} />
      <div class="lines">
        {rows.map(index => (
          <fieldset key={index} class="group line line--payment">
            <legend class="visually-hidden">{terms.payment(index + 1)}</legend>
            <div class="line__name quiet" aria-hidden="true">
              {terms.payment(index + 1)}
            </div>
            <Input
              view={view}
              name={paymentField(index, 'chargeDate')}
              label={terms.chargeDate}
              type="date"
            />
            <Input
              view={view}
              name={paymentField(index, 'amount')}
              label={terms.amount}
              inputmode="decimal"
            />
          </fieldset>
        ))}
      </div>
      <div>
        <Button kind="secondary" size="small" name="more" value="payments">
          {terms.moreRows}
        </Button>
      </div>
    </Group>
  );
}

/** Who accepts in AWS. */
export function Signer({ view }: Part) {
  const { messages } = view.context;
  const { terms } = messages.desk;
  const select = (name: string) => ({ messages, name, value: view.values[name], error: view.errors[name] });
  return (
    <Group id="signer" title={terms.signer} hint={terms.signerHint}>
      <div class="grid-2">
        <Input view={view} name="signer.name" label={terms.name} autocomplete="off" />
        <Input view={view} name="signer.email" label={terms.email} type="email" autocomplete="off" />
        <SelectField
          {...select('signer.language')}
          label={terms.language}
          options={languageOptions(messages)}
        />
        <TimeZoneField
          {...select('signer.timeZone')}
          label={terms.timeZone}
          value={view.values['signer.timeZone'] ?? ''}
          own={view.context.staff.timeZone}
          allAt={wholeList}
          whole={view.allZones}
        />
      </div>
    </Group>
  );
}
