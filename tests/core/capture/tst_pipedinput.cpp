// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "commandcases.h"

using namespace Qt::Literals::StringLiterals;
using commandcases::addRow;

//! Bodies that a command does not have among its words but is given by another, or by the shell.
class TestPipedInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsCommand_data();
    void readsCommand() { commandcases::checkRow(false); }
    void readsCommandWithCrLf_data() { readsCommand_data(); }
    void readsCommandWithCrLf() { commandcases::checkRow(true); }
};

void TestPipedInput::readsCommand_data()
{
    commandcases::addColumns();
    const QStringList posted{u"POST https://a.example/t 0"_s};
    const QString json = u"json id_token request id_token"_s;
    const QString authorized = u"header Authorization request access_token"_s;
    addRow("HTTPie behind a pipe",
           "echo '{\"id_token\":\"ID0\"}' | http POST https://a.example/t "
           "Authorization:'Bearer JWT0'\n",
           {posted, {json, authorized}, {"ID0", "JWT0"}, {}, {}});
    addRow("HTTPie on the next line",
           "echo '{\n  \"id_token\": \"ID0\"\n}' |  \\\n  http POST https://a.example/t \\\n"
           "  Authorization:'Bearer JWT0'\n",
           {posted, {json, authorized}, {"ID0", "JWT0"}, {}, {}});
    addRow(
        "HTTPie behind a prompt and without its method",
        "$ printf '{\"id_token\":\"ID0\"}'| http --follow --timeout 3600 'https://a.example/t'\n",
        {posted, {json}, {"ID0"}, {}, {}});
    addRow("curl that reads its data",
           "echo '{\"id_token\":\"ID0\"}' | curl -d @- https://a.example/t\n",
           {posted, {json}, {"ID0"}, {}, {}});
    addRow("curl --json that reads its data",
           "echo '{\"id_token\":\"ID0\"}' | curl --json @- https://a.example/t\n",
           {posted, {json}, {"ID0"}, {}, {}});
    addRow("curl that does not read it", "echo 'ID0' | curl -X POST https://a.example/t\n",
           {posted, {u"text request id_token"_s}, {"ID0"}, {}, {}});
    addRow("a here-string", "http POST https://a.example/t <<< '{\"id_token\":\"ID0\"}'\n",
           {posted, {json}, {"ID0"}, {}, {}});
    addRow("a here-string for curl", "curl -d @- https://a.example/t <<<'token=JWT0'\n",
           {posted, {u"form token request access_token"_s}, {"JWT0"}, {}, {}});
    addRow("a here-document", "http POST https://a.example/t <<EOF\n{\"id_token\":\"ID0\"}\nEOF\n",
           {posted, {json}, {"ID0"}, {}, {}});
    addRow("a here-document for curl, quoted and indented",
           "curl -d @- https://a.example/t <<-'END'\n\t{\n\t  \"id_token\": \"ID0\"\n\tEND\n",
           {posted, {json}, {"ID0"}, {}, {}});
    addRow("a here-document with a pipe behind its mark",
           "curl --json @- https://a.example/t <<EOF | jq .\n{\"id_token\":\"ID0\"}\nEOF\n",
           {posted, {json}, {"ID0"}, {}, {}});
    addRow("a here-document that cat prints",
           "cat <<EOF | curl -d @- https://a.example/t\nid_token=ID0\nEOF\n",
           {posted, {u"form id_token request id_token"_s}, {"ID0"}, {}, {}});
    addRow("a here-document in a substitution",
           "curl -d \"$(cat <<EOF\n{\n  \"id_token\": \"ID0\"\n}\nEOF\n)\" https://a.example/t\n",
           {posted, {json}, {"ID0"}, {}, {}});
    addRow("a here-document in a substitution that does not close",
           "curl -d \"$(cat <<EOF\nid_token=ID0\nEOF\n https://a.example/t\n",
           {{}, {u"environment id_token unknown id_token"_s}, {"ID0"}, {}, {}});
    addRow("a here-document with a variable",
           "curl -d @- https://a.example/t <<EOF\nrefresh_token=$RT\nEOF\n",
           {posted, {}, {}, {u"carrying.variable"_s, u"capture.no_token"_s}, {}});
    addRow("a here-document that never ends",
           "curl -d @- https://a.example/t <<EOF\n{\"id_token\":\"ID0\"}\n",
           {posted, {u"json id_token unknown id_token"_s}, {"ID0"}, {}, {}});
    addRow("printed, and sent by nobody", "echo 'JWT0' | cut -d. -f2\n",
           {{}, {u"text unknown access_token"_s}, {"JWT0"}, {}, {}});
    addRow("a pipe that is none", "echo 'HS0' || curl https://a.example/t\n",
           {{u"GET https://a.example/t 0"_s}, {u"text unknown jwt"_s}, {"HS0"}, {}, {}});
}

QTEST_GUILESS_MAIN(TestPipedInput)
#include "tst_pipedinput.moc"
