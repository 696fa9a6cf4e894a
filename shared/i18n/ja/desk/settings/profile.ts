import type * as en from '../../../en/desk/settings/profile.ts';

export const profile: typeof en.profile = {
  title: 'プロフィール',
  lead: 'お名前と表示、不在、メール通知、ログインの設定です。',
  aboutTitle: '基本情報',
  emailHint: '案件や履歴で使用しているため、変更できません。',
  rolesBy: '役割は管理者が設定します。',
  save: '保存',
  saved: '保存しました',
  passwordTitle: 'パスワード',
  current: '現在のパスワード',
  new: '新しいパスワード',
  change: 'パスワードを変更',
  changed: 'パスワードを変更しました。ほかの端末からはログアウトされています',
  wrong: '現在のパスワードが正しくありません。',
};

export const invitation: typeof en.invitation = {
  title: 'デスクへようこそ',
  again: '新しいパスワードの設定',
  lead: vendor =>
    `${vendor} が AWS Marketplace での販売に使用しているデスクです。パスワードを設定すると、ログインした状態になります。`,
  againLead: '設定すると、このブラウザーでログインした状態になり、ほかの端末からはログアウトされます。',
  button: '設定してログイン',
  overTitle: 'このリンクは使えなくなりました',
  over: 'すでに使用されたか、有効期限が過ぎたか、新しいメールが送られたか、リンクが途中で切れています。',
  overNext:
    'デスクの管理者に再送を依頼してください。すでにパスワードを設定された場合は、そのパスワードでログインしてください。',
  signIn: 'ログイン',
};
