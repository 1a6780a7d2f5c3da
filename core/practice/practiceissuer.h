// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/clock.h"
#include "core/jose/signer.h"
#include "core/practice/samples.h"

#include <QObject>

#include <memory>

namespace practice {

//! An issuer on 127.0.0.1 that answers as Authgear does (paths, members, headers, CORS). It makes a
//! new key each run, never stores it, checks `Host`, and mints nothing over HTTP.
class PracticeIssuer final : public QObject
{
    Q_OBJECT

public:
    //! `clock` must outlive it: Date and the key's created_at are read from it.
    explicit PracticeIssuer(const base::Clock &clock, QObject *parent = nullptr);
    ~PracticeIssuer() override;

    //! Port 0: any free one. The keys are made on another thread; started() or failed() follows.
    //! Does nothing while it is starting or running.
    void start(quint16 port = 0);
    //! Between started() and the end of this object.
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] QString issuer() const; //!< "http://127.0.0.1:9400", no slash.
    //! New with each run, and never stored.
    [[nodiscard]] const jose::SigningKey &signingKey() const;
    //! A UUID, as Authgear's are; new with each key.
    [[nodiscard]] QString kid() const;
    //! All that mint() needs. The stranger's key is made together with the issuer's.
    [[nodiscard]] Mint samplesMint() const;

Q_SIGNALS:
    //! Requests are answered from here on. Never from within start().
    void started(const QString &issuer);
    void failed(const base::Error &error); //!< practice.port, practice.key

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace practice
