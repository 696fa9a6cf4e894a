import { expect, test } from '@jest/globals';
import { filesIn, textOf } from '../../support/source.ts';

const linesOf = (language: string) =>
  filesIn(`shared/i18n/${language}`).flatMap(file =>
    textOf(file)
      .split('\n')
      .map((line, index) => `${file}:${index + 1} ${line.trim()}`),
  );

/** What no native writes, or what another word stands for here; beside each what is written. */
const not: Record<string, [RegExp, string][]> = {
  ja: [
    [/(?<!一時|システムの)停止中/, '要対応・一時停止中・配信停止'],
    [/到着/, 'AWS からのアクセス'],
    [/(完了しました|実行できませんでした)[：:]/, '…を記録しました、…できませんでした'],
    [/単位|(?<!ユニット)数量/, 'ユニット数'],
    [/未閲覧/, '未開封'],
    [/営業時間内で/, '営業時間で'],
    [/有料化/, 'AWS で請求する組織'],
    [/Manage subscriptions を/, 'サブスクリプションの管理を'],
    [/GMT\+9/, 'JST'],
    [/: '契約済み'/, '承諾済み'],
  ],
  en: [
    [/GMT\+9/, 'JST'],
    [/'Done: /, 'what is done, as a sentence'],
  ],
};

test.each(Object.entries(not))('%s has one word for one thing, as natives write it', (language, words) => {
  const lines = linesOf(language);
  expect(lines.length).toBeGreaterThan(500);
  for (const [word, instead] of words)
    expect(lines.filter(line => word.test(line)).map(line => `${line} → ${instead}`)).toEqual([]);
});
