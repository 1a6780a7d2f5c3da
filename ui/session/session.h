// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/net/issuerclient.h"
#include "core/verdict/judge.h"
#include "ui/session/outlooks.h"

#include <QObject>

#include <memory>

namespace ui {

class CaptureDesk;

//! Everything the window knows, without a widget: issuer, evidence, token, policy, verdict, and the
//! jobs that are running. The only owner of them; the newest request wins; tested without a window.
class Session final : public QObject
{
    Q_OBJECT

public:
    explicit Session(const base::Clock &clock, QObject *parent = nullptr);
    ~Session() override;

    // Issuer. Nothing here asks the network but fetchKeys() and fetchFromTokenIssuer().
    [[nodiscard]] QString issuerText() const;
    void setIssuerText(const QString &text);
    //! Why issuerText() cannot be fetched; nothing when it can, or when it is empty.
    [[nodiscard]] std::optional<base::Error> issuerProblem() const;
    void fetchKeys();
    void cancelFetch();
    [[nodiscard]] bool isFetching() const;
    [[nodiscard]] QString fetchUrl() const; //!< What is being asked for right now.
    //! The last visit, also a failed one; nothing before the first.
    [[nodiscard]] const std::optional<oidc::IssuerSnapshot> &snapshot() const;

    //! Host of the token's own iss, when fetching from there can be offered; else empty. With its
    //! path where the issuer that was typed has the same host.
    [[nodiscard]] QString tokenIssuerHost() const;
    void fetchFromTokenIssuer();
    [[nodiscard]] bool isIssuerUnconfirmed() const;
    void confirmIssuer(); //!< "This is my issuer."
    void trustCertificate(const net::CertificateException &exception); //!< For this run.
    void allowPrivateHost(const QString &host); //!< For this run; fetches again.
    void setExtraCa(const QByteArray &pem);

    // Keys and secrets from the person; kept in memory only.
    [[nodiscard]] std::optional<base::Error> addKeys(const QByteArray &content,
                                                     const QString &label);
    [[nodiscard]] std::optional<base::Error> addSecret(const base::SecretBytes &text,
                                                       jose::SecretEncoding encoding);
    void clearGivenKeys();
    [[nodiscard]] QStringList givenKeyLabels() const;

    //! Starts the practice issuer if it is not running, makes it the issuer, fetches its keys and
    //! pastes the sample of core/practice of this name.
    void openSample(const QString &name);
    [[nodiscard]] bool isOpeningSample() const;
    //! The current issuer is the practice issuer of this run.
    [[nodiscard]] bool isPracticing() const;

    // The pasted text: a token, or a capture with any number of them.
    [[nodiscard]] const QByteArray &input() const;
    void setInput(const QByteArray &pasted);
    //! A capture whose text is not shown. Reads it on another thread.
    void openFile(const QString &path);
    //! What was found in the text or file, and which of it is examined.
    [[nodiscard]] CaptureDesk &captures() const;
    [[nodiscard]] Outlook outlookOf(qsizetype sighting) const;
    //! The token that is examined, and where in the text it stands.
    [[nodiscard]] const jose::CleanedInput &cleaned() const;

    //! What the person set. The practice issuer's own client id and resource stand in for blanks,
    //! so verdict().policy can hold more than this.
    [[nodiscard]] const verdict::Policy &policy() const;
    void setPolicy(const verdict::Policy &policy);

    //! Judge at a fixed moment instead of now; nothing: now, and it ticks.
    [[nodiscard]] std::optional<base::Instant> fixedInstant() const;
    void setFixedInstant(std::optional<base::Instant> instant);
    void judgeNow(); //!< Neither at a fixed moment nor as of the capture.
    //! The moment that is judged: the fixed one, that of the capture, or now.
    [[nodiscard]] base::Instant now() const;
    [[nodiscard]] base::Instant wallClock() const;

    //! The examination of the current input. While a big one is being made, the previous stays and
    //! isExamining() is true.
    [[nodiscard]] bool hasToken() const;
    [[nodiscard]] bool isExamining() const;
    [[nodiscard]] const verdict::Examination &examination() const;
    [[nodiscard]] const verdict::Verdict &verdict() const;

Q_SIGNALS:
    void issuerTextChanged(); //!< From here or from code; not while a person types.
    void fetchChanged(); //!< isFetching(), fetchUrl() or snapshot() changed.
    void inputChanged(); //!< input() was replaced by something else than the editor.
    void
    examinationChanged(); //!< Token, evidence or kind is another one; verdictChanged() follows.
    void verdictChanged(); //!< Judged again; also each second while a token counts down.
    void policyChanged();
    void outlookChanged(); //!< Evidence, policy or moment changed: ask outlookOf() again.
    void givenKeysChanged();
    //! Something that the person asked for could not be done (practice issuer, no sample).
    void failed(const base::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace ui
