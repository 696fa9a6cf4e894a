import type * as en from '../../en/desk/sign-in.ts';

export const signIn: typeof en.signIn = {
  title: 'ログイン',
  email: 'メールアドレス',
  password: 'パスワード',
  submit: 'ログイン',
  wrong: 'メールアドレスまたはパスワードが正しくありません。ご確認のうえ、もう一度お試しください。',
  withProvider: name => `${name}${/[!-~]$/.test(name) ? ' ' : ''}でログイン`,
  organization: '組織のアカウント',
  or: 'またはパスワードでログイン',
  refused: {
    away: '組織の認証サービスに接続できません。しばらくしてからもう一度お試しいただくか、パスワードでログインしてください。',
    notGiven: '組織の認証サービスでログインできませんでした。もう一度お試しください。',
    tooOld: 'ログインの有効期限が切れたか、別のブラウザーで開始されています。もう一度お試しください。',
    stranger:
      'このアカウントのメールアドレスは登録されていません。社内の Offerdesk 管理者に招待を依頼してください。',
    noRole:
      'このアカウントは、Offerdesk を利用できるグループに入っていません。グループの管理者にお問い合わせください。',
  },
  forgotten:
    'パスワードをお忘れの場合は、社内の Offerdesk 管理者に依頼してください。再設定用のリンクがメールで届きます。',
};
