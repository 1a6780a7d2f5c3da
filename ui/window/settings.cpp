// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/window/settings.h"

#include "core/oidc/issuer.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

constexpr qsizetype maximumIssuers = 20;
constexpr qsizetype maximumFiles = 10;
constexpr qsizetype maximumLength = 300;

constexpr std::array themeNames{"system"_L1, "light"_L1, "dark"_L1};

// A JWT anywhere in the text, a refresh token or a session cookie; or far too long for a name.
bool looksSigned(const QString &text)
{
    static const QRegularExpression tokenLike(
        u"(ey[A-Za-z0-9_-]{8,}|[A-Za-z0-9_-]{40,}\\.[A-Za-z0-9_-]{10,}"
        "|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.[A-Za-z0-9]{32})"_s);
    return text.size() > maximumLength || tokenLike.match(text).hasMatch();
}

QStringList safeOnly(const QStringList &texts)
{
    QStringList safe;
    std::copy_if(texts.cbegin(), texts.cend(), std::back_inserter(safe), isSafeToRemember);
    return safe;
}

} // namespace

QLatin1StringView name(ThemeChoice choice)
{
    return themeNames.at(size_t(choice));
}

std::optional<ThemeChoice> themeFromName(QStringView name)
{
    const auto found = std::find(themeNames.cbegin(), themeNames.cend(), name);
    if (found == themeNames.cend())
        return {};
    return ThemeChoice(found - themeNames.cbegin());
}

bool isSafeToRemember(const QString &text)
{
    static const QRegularExpression opaque(u"^[A-Za-z0-9]{32}$"_s);
    return !looksSigned(text) && !opaque.match(text).hasMatch();
}

Settings::Settings()
    : m_store(QSettings::IniFormat, QSettings::UserScope, u"Assay"_s, u"assay"_s)
{
}

Settings::Settings(const QString &file)
    : m_store(file, QSettings::IniFormat)
{
}

QByteArray Settings::geometry() const
{
    return m_store.value("window/geometry"_L1).toByteArray();
}

void Settings::setGeometry(const QByteArray &geometry)
{
    m_store.setValue("window/geometry"_L1, geometry);
}

QByteArray Settings::splitters() const
{
    return m_store.value("window/splitters"_L1).toByteArray();
}

void Settings::setSplitters(const QByteArray &state)
{
    m_store.setValue("window/splitters"_L1, state);
}

ThemeChoice Settings::theme() const
{
    return themeFromName(m_store.value("window/theme"_L1).toString()).value_or(ThemeChoice::System);
}

void Settings::setTheme(ThemeChoice choice)
{
    m_store.setValue("window/theme"_L1, QString(name(choice)));
}

int Settings::zoom() const
{
    return std::clamp(m_store.value("window/zoom"_L1).toInt(), -4, 12);
}

void Settings::setZoom(int steps)
{
    m_store.setValue("window/zoom"_L1, std::clamp(steps, -4, 12));
}

QStringList Settings::issuers() const
{
    return m_store.value("issuers"_L1).toStringList();
}

void Settings::addIssuer(const QString &issuer)
{
    if (!isSafeToRemember(issuer) || !oidc::parseIssuer(issuer))
        return;
    auto known = issuers();
    known.removeAll(issuer);
    known.prepend(issuer);
    m_store.setValue("issuers"_L1, QStringList(known.mid(0, maximumIssuers)));
}

void Settings::clearIssuers()
{
    m_store.remove("issuers"_L1);
}

verdict::Policy Settings::policy() const
{
    verdict::Policy policy;
    const auto text = [this](QLatin1StringView key) { return m_store.value(key).toString(); };
    const auto list = [this](QLatin1StringView key) { return m_store.value(key).toStringList(); };
    policy.profile = verdict::profileFromName(text("policy/profile"_L1)).value_or(policy.profile);
    policy.audiences = list("policy/audiences"_L1);
    policy.clientId = text("policy/clientId"_L1);
    policy.scopes = list("policy/scopes"_L1);
    policy.roles = list("policy/roles"_L1);
    policy.claims = list("policy/claims"_L1);
    bool isNumber = false;
    const auto age = text("policy/maxAuthAge"_L1).toLongLong(&isNumber);
    if (isNumber)
        policy.maxAuthAge = age < 0 ? std::nullopt : std::optional(std::chrono::seconds{age});
    policy.leeway = std::chrono::seconds{
        std::clamp(m_store.value("policy/leeway"_L1).toLongLong(), 0LL, 86'400LL)};
    return policy;
}

void Settings::setPolicy(const verdict::Policy &policy)
{
    m_store.setValue("policy/profile"_L1, QString(name(policy.profile)));
    m_store.setValue("policy/audiences"_L1, safeOnly(policy.audiences));
    // Client ids of 32 letters and digits are common, so that shape alone keeps none out.
    m_store.setValue("policy/clientId"_L1,
                     looksSigned(policy.clientId) ? QString() : policy.clientId);
    m_store.setValue("policy/scopes"_L1, safeOnly(policy.scopes));
    m_store.setValue("policy/roles"_L1, safeOnly(policy.roles));
    m_store.setValue("policy/claims"_L1, safeOnly(policy.claims));
    m_store.setValue("policy/maxAuthAge"_L1,
                     policy.maxAuthAge ? qlonglong(policy.maxAuthAge->count()) : -1LL);
    m_store.setValue("policy/leeway"_L1, qlonglong(policy.leeway.count()));
}

bool Settings::remembersFiles() const
{
    return m_store.value("files/remember"_L1).toBool();
}

void Settings::setRemembersFiles(bool isOn)
{
    m_store.setValue("files/remember"_L1, isOn);
    if (!isOn)
        m_store.remove("files/recent"_L1);
}

QStringList Settings::recentFiles() const
{
    return m_store.value("files/recent"_L1).toStringList();
}

void Settings::addRecentFile(const QString &path)
{
    if (!remembersFiles() || looksSigned(path))
        return;
    auto known = recentFiles();
    known.removeAll(path);
    known.prepend(path);
    m_store.setValue("files/recent"_L1, QStringList(known.mid(0, maximumFiles)));
}

void Settings::forgetRecentFile(const QString &path)
{
    auto known = recentFiles();
    if (known.removeAll(path) > 0)
        m_store.setValue("files/recent"_L1, known);
}

QString Settings::caFile() const
{
    return m_store.value("network/caFile"_L1).toString();
}

void Settings::setCaFile(const QString &file)
{
    m_store.setValue("network/caFile"_L1, file);
}

} // namespace ui
