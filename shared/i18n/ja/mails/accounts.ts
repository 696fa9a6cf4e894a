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

export const passwordReset: typeof en.passwordReset = {
  subject: vendor => `【${vendor}】パスワード再設定のご案内`,
  title: 'パスワードを再設定してください',
  preheader: hours => `リンクの有効期限は ${hours} 時間で、1 回のみ使用できます。`,
  opening: vendor => `${vendor} をご利用いただき、ありがとうございます。`,
  intro:
    'パスワード再設定のお申し込みを受け付けました。次のボタンを押して、新しいパスワードを設定してください。設定後はそのままログインし、お手続きの続きに進めます。',
  button: 'パスワードを再設定する',
  validity: (hours, moment) =>
    `リンクは 1 回のみ使用できます。有効期限は ${hours} 時間後の ${moment}です。期限が過ぎた場合は、ログイン画面からもう一度お申し込みください。`,
  notYou:
    'お心当たりのない場合は、このメールを破棄してください。パスワードは変更されません。リンクを知っている人は誰でもパスワードを変更できますので、ほかの方に転送しないでください。',
};

export const noAccount: typeof en.noAccount = {
  subject: vendor => `【${vendor}】このメールアドレスのアカウントが見つかりません`,
  title: 'アカウントが見つかりませんでした',
  preheader: '別のメールアドレスでお試しになるか、新規登録してください。',
  opening: vendor => `${vendor} をご利用いただき、ありがとうございます。`,
  intro: email =>
    `${email} についてパスワード再設定のお申し込みがありましたが、このメールアドレスで登録されているアカウントが見つかりませんでした。`,
  next: '別のメールアドレスで登録されている可能性がありますので、そのアドレスでもう一度お試しください。アカウントをまだお持ちでない場合は、AWS Marketplace でご購入いただいた製品の設定画面から新規登録できます。ご購入の内容は保存されています。',
  button: 'ログイン画面を開く',
  notYou: 'お心当たりのない場合も、お手続きは不要です。',
};

export const passwordChanged: typeof en.passwordChanged = {
  subject: vendor => `【${vendor}】パスワード変更のお知らせ`,
  title: 'パスワードが変更されました',
  preheader: moment => `変更日時は ${moment}です。`,
  opening: vendor => `${vendor} をご利用いただき、ありがとうございます。`,
  intro: moment =>
    `${moment}に、このメールアドレス宛てにお送りしたリンクから、アカウントのパスワードが変更されました。変更前のパスワードでログインしていた端末は、すべてログアウトされています。`,
  next: 'お客様ご自身の操作でしたら、お手続きは不要です。',
  notYou: support =>
    `お心当たりのない場合は、お客様宛てのメールを第三者に見られているおそれがあります。まずメールサービスのパスワードを変更し、そのあとで次のボタンからアカウントのパスワードを再設定してください。あわせて、${support} までご連絡くださいますようお願いいたします。`,
  button: 'パスワードの再設定を申し込む',
};

export const staffInvited: typeof en.staffInvited = {
  subject: vendor => `【${vendor}】Offerdesk への招待`,
  title: 'Offerdesk に招待されました',
  preheader: days => `リンクの有効期限は ${days} 日間で、1 回のみ使用できます。`,
  intro: (by, vendor) =>
    `${by} さんから、Offerdesk に招待されました。${vendor} が AWS Marketplace のプライベートオファーを管理しているシステムです。次のボタンからパスワードを設定すると、ご利用を開始できます。`,
  button: 'パスワードを設定する',
  validity: (days, moment) =>
    `リンクは 1 回のみ使用できます。有効期限は ${days} 日後の ${moment}です。期限が過ぎた場合は、招待メールの再送を依頼してください。`,
  notYou:
    'お心当たりのない場合は、このメールを破棄してください。リンクを知っている人は誰でもあなたとしてログインできますので、ほかの方に転送しないでください。',
};

export const staffPassword: typeof en.staffPassword = {
  ...staffInvited,
  subject: vendor => `【${vendor}】Offerdesk のパスワード再設定`,
  title: '新しいパスワードを設定してください',
  intro: by =>
    `${by} さんが、Offerdesk のパスワードを再設定するためのリンクを送信しました。次のボタンから新しいパスワードを設定してください。設定後はこのブラウザーでログインした状態になり、ほかの端末からはログアウトされます。`,
  button: 'パスワードを再設定する',
  validity: (days, moment) =>
    `リンクは 1 回のみ使用できます。有効期限は ${days} 日後の ${moment}です。新しいパスワードを設定するまでは、現在のパスワードを使用できます。`,
};
