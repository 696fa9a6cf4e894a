import type * as en from '../../en/mails/accounts.ts';

export const emailVerification: typeof en.emailVerification = {
  subject: vendor => `【${vendor}】メールアドレスの確認をお願いいたします`,
  title: 'メールアドレスをご確認ください',
  preheader: moment => `リンクの有効期限は ${moment}です。`,
  opening: vendor => `${vendor} にご登録いただき、ありがとうございます。`,
  intro: '次のボタンを押すと、メールアドレスの確認が完了し、お手続きの続きに進めます。',
  button: 'メールアドレスを確認する',
  validity: moment =>
    `リンクの有効期限は ${moment}です。期限が過ぎた場合は、ログイン画面から確認メールを再送できます。`,
  notYou:
    'お心当たりのない場合は、このメールを破棄してください。この確認がないかぎり、アカウントは利用できません。',
};

export const verificationReminder: typeof en.verificationReminder = {
  ...emailVerification,
  subject: vendor => `【${vendor}】メールアドレスの確認がお済みでないようです`,
  title: 'メールアドレスの確認がお済みでないようです',
  intro:
    'ご登録の手続きは、メールアドレスの確認を残すのみとなっております。次のボタンを押すと確認が完了し、お手続きの続きに進めます。',
};

export const accountExists: typeof en.accountExists = {
  subject: vendor => `【${vendor}】すでにアカウントをお持ちです`,
  title: 'すでにアカウントをお持ちです',
  preheader: '新規登録ではなく、ログインしてください。',
  opening: vendor => `${vendor} をご利用いただき、ありがとうございます。`,
  intro:
    'このメールアドレスで新規登録の操作がありましたが、すでにアカウントが登録されています。お客様ご自身の操作でしたら、ログインしてお進みください。',
  button: 'ログインする',
  notYou: 'お心当たりのない場合も、お手続きは不要です。アカウントに変更はありません。',
};
