// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.ConfigurableJWTProcessor;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.Executors;

/**
 * A backend with nimbus-jose-jwt, which answers as RFC 6750 asks.
 *
 * <p>usage: Backend ISSUER JWKS_URL AUDIENCE ALGORITHM; prints its URL, ends with its standard input
 */
public final class Backend {
    private static ConfigurableJWTProcessor<SecurityContext> processor(
            String issuer, URL jwks, String audience, JWSAlgorithm algorithm) {
        // Every unknown kid asks the issuer: the tests change keys within the half minute that it would wait.
        var keys = JWKSourceBuilder.create(jwks).rateLimited(false).build();
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(
                new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"))); // RFC 9068 section 4
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithm, keys));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                audience, new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("exp")));
        return processor;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void refuse(HttpExchange exchange, String challenge) throws IOException {
        exchange.getResponseHeaders().set("WWW-Authenticate", challenge);
        answer(exchange, 401, "");
    }

    /** RFC 6750 section 3: no quotation mark, no backslash, ASCII alone. */
    private static String quoted(String text) {
        return '"' + text.replace('"', '\'').replaceAll("[^\\x20-\\x7e]|\\\\", "?") + '"';
    }

    private static void serve(HttpExchange exchange, ConfigurableJWTProcessor<SecurityContext> processor)
            throws IOException {
        var authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (authorization == null || !authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            refuse(exchange, "Bearer");
            return;
        }
        try {
            answer(exchange, 200, processor.process(authorization.substring(7), null).toString());
        } catch (RuntimeException error) { // What the library lets through is a fault of the server.
            error.printStackTrace();
            answer(exchange, 500, "{\"error\":\"Internal Server Error\"}");
        } catch (Exception error) {
            refuse(exchange, "Bearer error=\"invalid_token\", error_description=" + quoted(error.getMessage()));
        }
    }

    public static void main(String[] args) throws Exception {
        var processor = processor(args[0], new URL(args[1]), args[2], JWSAlgorithm.parse(args[3]));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> serve(exchange, processor));
        server.start();
        System.out.println("http://127.0.0.1:" + server.getAddress().getPort());
        System.in.readAllBytes();
        System.exit(0);
    }
}
