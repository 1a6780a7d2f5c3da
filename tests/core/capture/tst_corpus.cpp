// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "spancases.h"

#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray captureMark = "▶ ";
const QByteArray formMark = "◀ ";

QByteArray contentOf(const QString &name)
{
    QFile file(QStringLiteral(ASSAY_TEST_DATA "/captures/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! "T001" and its token.
using Tokens = QHash<QByteArray, QByteArray>;

Tokens readTokens()
{
    Tokens tokens;
    for (const QByteArray &line : contentOf(u"tokens.txt"_s).split('\n')) {
        const qsizetype blank = line.indexOf(' ');
        if (blank > 0)
            tokens.insert(line.first(blank), line.sliced(blank + 1));
    }
    return tokens;
}

//! With the tokens in the place of their names.
QByteArray filled(const QByteArray &text, const Tokens &tokens)
{
    const QByteArray open = "⟨";
    const QByteArray close = "⟩";
    QByteArray result;
    qsizetype at = 0;
    for (qsizetype from = text.indexOf(open); from >= 0; from = text.indexOf(open, at)) {
        const qsizetype name = from + open.size();
        const qsizetype end = text.indexOf(close, name);
        result += text.sliced(at, from - at) + tokens.value(text.sliced(name, end - name));
        at = end + close.size();
    }
    return result + text.sliced(at);
}

spancases::Marked unmarked(const QByteArray &marked, const Tokens &tokens)
{
    spancases::Marked result;
    qsizetype at = 0;
    for (qsizetype from = marked.indexOf(spancases::open); from >= 0;
         from = marked.indexOf(spancases::open, at)) {
        result.text += filled(marked.sliced(at, from - at), tokens);
        const qsizetype end = marked.indexOf(spancases::close, from);
        const qsizetype begin = from + spancases::open.size();
        const QByteArray inner = marked.sliced(begin, end - begin);
        const qsizetype bar = inner.indexOf('|');
        const QByteArray names = bar < 0 ? inner : inner.first(bar);
        const QByteArray writing
            = bar < 0 ? tokens.value(names) : filled(inner.sliced(bar + 1), tokens);
        for (const QByteArray &name : names.split(',')) {
            result.spans.append({result.text.size(), result.text.size() + writing.size()});
            result.tokens.append(tokens.value(name));
        }
        result.text += writing;
        at = end + spancases::close.size();
    }
    result.text += filled(marked.sliced(at), tokens);
    return result;
}

//! The lines behind "◀" that begin with this word, without it.
QByteArray linesOf(const QList<QByteArray> &lines, const QByteArray &word)
{
    QList<QByteArray> found;
    for (const QByteArray &line : lines) {
        if (line.startsWith(word + ' '))
            found.append(line.sliced(word.size() + 1));
    }
    return found.join('\n');
}

} // namespace

//! What other tools write (tests/data/captures/README.txt): every token with its place, carrier and
//! kind, every request, every finding, and nothing else.
class TestCorpus final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatToolsWrite_data();
    void readsWhatToolsWrite();
};

void TestCorpus::readsWhatToolsWrite_data()
{
    spancases::addColumns();
    const QDir folder(QStringLiteral(ASSAY_TEST_DATA "/captures"));
    for (const QString &file : folder.entryList({u"*.txt"_s}, QDir::Files)) {
        QByteArray content = contentOf(file);
        if (file == "README.txt"_L1)
            continue;
        for (qsizetype from = content.indexOf('\n' + captureMark); from >= 0;) {
            from += 1 + captureMark.size();
            const qsizetype next = content.indexOf('\n' + captureMark, from);
            const QByteArray item = content.sliced(from, (next < 0 ? content.size() : next) - from);
            const qsizetype text = item.indexOf('\n') + 1;
            const qsizetype form = item.indexOf('\n' + formMark, text - 1);
            const auto lines = item.sliced(form + 1 + formMark.size()).split('\n');
            QTest::addRow("%s: %s", qPrintable(file), item.first(text - 1).constData())
                << item.sliced(text, form - text) << lines.first() << linesOf(lines, "request")
                << linesOf(lines, "sees") << linesOf(lines, "tells");
            from = next;
        }
    }
}

void TestCorpus::readsWhatToolsWrite()
{
    static const Tokens tokens = readTokens();
    QFETCH(const QByteArray, marked);
    spancases::compare(unmarked(marked, tokens));
}

QTEST_GUILESS_MAIN(TestCorpus)

#include "tst_corpus.moc"
