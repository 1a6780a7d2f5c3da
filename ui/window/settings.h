// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/verdict/policy.h"

#include <QByteArray>
#include <QSettings>
#include <QStringList>

namespace ui {

enum class ThemeChoice : quint8 { System, Light, Dark };

[[nodiscard]] QLatin1StringView name(ThemeChoice choice);
[[nodiscard]] std::optional<ThemeChoice> themeFromName(QStringView name);

//! What is remembered between runs: the window's shape, issuers, the policy, a CA file, and
//! names of files where that was switched on. Nothing that looks like a token or a secret gets in,
//! whatever field it was typed into.
class Settings final
{
public:
    Settings();
    //! For tests: a file of their own.
    explicit Settings(const QString &file);

    [[nodiscard]] QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);
    [[nodiscard]] QByteArray splitters() const;
    void setSplitters(const QByteArray &state);

    [[nodiscard]] ThemeChoice theme() const;
    void setTheme(ThemeChoice choice);
    [[nodiscard]] int zoom() const; //!< Steps of a point, from -4 to 12.
    void setZoom(int steps);

    [[nodiscard]] QStringList issuers() const; //!< The newest first, at most twenty.
    void addIssuer(const QString &issuer);
    void clearIssuers();

    [[nodiscard]] verdict::Policy policy() const;
    void setPolicy(const verdict::Policy &policy);

    //! Off until the person switches it on; switching it off forgets what was remembered.
    [[nodiscard]] bool remembersFiles() const;
    void setRemembersFiles(bool isOn);
    [[nodiscard]] QStringList recentFiles() const; //!< The newest first, at most ten.
    void addRecentFile(const QString &path);
    void forgetRecentFile(const QString &path);

    [[nodiscard]] QString caFile() const;
    void setCaFile(const QString &file);

private:
    QSettings m_store;
};

//! Whether a text may be written to disk: not a JWT, not an opaque token, code, refresh token or
//! cookie by its shape (reference authgear 3.7), and no longer than an identifier.
[[nodiscard]] bool isSafeToRemember(const QString &text);

} // namespace ui
