import type * as en from '../../en/desk/sign-in.ts';

export const signIn: typeof en.signIn = {
  title: 'ログイン',
  email: 'メールアドレス',
  password: 'パスワード',
  submit: 'ログイン',
  wrong: 'メールアドレスまたはパスワードが正しくありません。ご確認のうえ、もう一度お試しください。',
  forgotten:
    'パスワードをお忘れの場合は、社内の Offerdesk 管理者に依頼してください。再設定用のリンクがメールで届きます。',
};
