// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/decode.h"
#include "core/capture/documentforms.h"
#include "core/capture/hints.h"
#include "core/capture/lines.h"

#include <optional>

namespace capture {

namespace {

//! "key: value" of a line of YAML. Nothing for a comment, a list or text of another kind.
struct YamlLine
{
    qsizetype indent = 0;
    QByteArrayView key;
    qsizetype valueAt = 0; //!< In the line.
};

std::optional<YamlLine> yamlLine(QByteArrayView line)
{
    const qsizetype indent = indentOf(line);
    const QByteArrayView rest = line.sliced(indent);
    const qsizetype colon = rest.indexOf(':');
    const bool isKey = colon > 0 && rest[0] != '#' && rest[0] != '-'
        && (colon + 1 == rest.size() || rest[colon + 1] == ' ');
    if (!isKey)
        return std::nullopt;
    qsizetype at = indent + colon + 1;
    while (at < line.size() && line[at] == ' ')
        ++at;
    QByteArrayView key = rest.first(colon);
    if (key.size() > 2 && (key.front() == '"' || key.front() == '\'') && key.back() == key.front())
        key = key.sliced(1).chopped(1);
    return YamlLine{indent, key, at};
}

//! Reads one document line by line; the few things of YAML that manifests are written with.
class ManifestReader
{
public:
    ManifestReader(const SourceText &text, qsizetype from, Collector &collector)
        : m_text(text)
        , m_at(from)
        , m_collector(collector)
    {
    }

    qsizetype read()
    {
        while (m_at < m_text.size() && readLine()) { }
        return m_at;
    }

private:
    enum class Section : quint8 { None, Data, StringData };

    [[nodiscard]] QByteArrayView bytes() const { return m_text.bytes(); }

    //! False at a line that is no part of the document any more.
    bool readLine()
    {
        const QByteArrayView line = lineAt(bytes(), m_at);
        const qsizetype start = m_at;
        const std::optional<YamlLine> yaml = yamlLine(line);
        const bool isText
            = !yaml && indentOf(line) == 0 && !line.isEmpty() && line[0] != '#' && line[0] != '-';
        if (isText || (line.startsWith("---") && m_lines > 0))
            return false;
        ++m_lines;
        m_at = nextLine(bytes(), m_at);
        if (yaml && m_section != Section::None && yaml->indent > m_sectionIndent) {
            readEntry(*yaml, start, line);
            return true;
        }
        if (yaml)
            enterSection(*yaml, line);
        readOther(start, line);
        return true;
    }

    //! Outside of data: the environment of a container as `name` and `value`; anything else is
    //! text.
    void readOther(qsizetype start, QByteArrayView line)
    {
        const qsizetype indent = indentOf(line);
        const qsizetype dash = line.sliced(indent).startsWith("- ") ? 2 : 0;
        const std::optional<YamlLine> entry = yamlLine(line.sliced(indent + dash));
        if (dash > 0)
            m_variable.clear();
        if (entry && entry->key == "name") {
            m_variable = line.sliced(indent + dash + entry->valueAt).trimmed().toByteArray();
            return;
        }
        if (!mayHoldToken(line))
            return;
        const qsizetype valueAt = indent + dash + (entry ? entry->valueAt : 0);
        if (entry && entry->key == "value" && !m_variable.isEmpty())
            m_collector.parameter(
                -1, {CarrierType::Environment, QString::fromUtf8(m_variable), Side::Unknown},
                plain(start + valueAt, line.size() - valueAt));
        else
            m_collector.text(-1, Side::Unknown, m_text.sliced(start, line.size()));
    }

    //! `kind` may stand behind `data`: what is base64 shows by itself.
    void enterSection(const YamlLine &yaml, QByteArrayView line)
    {
        m_section = Section::None;
        m_sectionIndent = yaml.indent;
        if (yaml.valueAt < line.size())
            return;
        if (yaml.key == "data" || yaml.key == "binaryData")
            m_section = Section::Data;
        else if (yaml.key == "stringData")
            m_section = Section::StringData;
    }

    void readEntry(const YamlLine &yaml, qsizetype start, QByteArrayView line)
    {
        const QByteArrayView head = line.sliced(yaml.valueAt);
        const bool isBlock = head.startsWith('|') || head.startsWith('>');
        const SourceText value
            = isBlock ? block(yaml.indent) : plain(start + yaml.valueAt, head.size());
        const Carrier carrier{CarrierType::Secret, QString::fromUtf8(yaml.key), Side::Unknown};
        const std::optional<SourceText> decoded
            = m_section == Section::Data ? base64Decoded(value) : std::nullopt;
        hand(carrier, decoded ? *decoded : value);
    }

    //! A whole file may be kept under a key.
    void hand(const Carrier &carrier, const SourceText &value)
    {
        if (value.trimmed().bytes().contains('\n'))
            m_collector.body(-1, Side::Unknown, value, {});
        else
            m_collector.parameter(-1, carrier, value);
    }

    [[nodiscard]] SourceText plain(qsizetype from, qsizetype length) const
    {
        SourceText value = m_text.sliced(from, length).trimmed();
        const QByteArrayView view = value.bytes();
        if (view.size() < 2 || view.front() != view.back())
            return value;
        const SourceText inner = value.sliced(1, value.size() - 2);
        if (view.front() == '"')
            return jsonUnescaped(inner);
        return view.front() == '\'' ? inner : value;
    }

    //! The deeper lines behind `key: |`, their indentation left out.
    SourceText block(qsizetype indent)
    {
        SourceText value = m_text.sliced(m_at, 0);
        while (m_at < m_text.size()) {
            const QByteArrayView line = lineAt(bytes(), m_at);
            const qsizetype inner = indentOf(line);
            if (!line.trimmed().isEmpty() && inner <= indent)
                break;
            const qsizetype end = nextLine(bytes(), m_at);
            value.append(m_text.sliced(m_at + inner, end - m_at - inner));
            m_at = end;
        }
        return value;
    }

    const SourceText &m_text;
    qsizetype m_at;
    Collector &m_collector;
    Section m_section = Section::None;
    qsizetype m_sectionIndent = 0;
    QByteArray m_variable; //!< The `name` that stands before a `value`.
    qsizetype m_lines = 0;
};

} // namespace

bool beginsManifest(QByteArrayView text, qsizetype from)
{
    const QByteArrayView head = lineHead(text, from);
    return head.startsWith("apiVersion:") || head.startsWith("kind:") || head == "data:"
        || head == "stringData:";
}

qsizetype readManifest(const SourceText &text, qsizetype from, Collector &collector)
{
    return ManifestReader(text, from, collector).read();
}

} // namespace capture
