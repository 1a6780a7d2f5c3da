// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

// A backend with lestrrat-go/jwx, which answers as net/http does.
//
// usage: backend ISSUER JWKS_URL AUDIENCE ALGORITHM; prints its URL, ends with its standard input
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"strings"

	"github.com/lestrrat-go/jwx/v2/jwk"
	"github.com/lestrrat-go/jwx/v2/jws"
	"github.com/lestrrat-go/jwx/v2/jwt"
)

type backend struct {
	issuer, jwksURL, audience, algorithm string

	cache *jwk.Cache
}

// keysFor has the keys of the one algorithm that is taken; an unknown kid makes it ask the issuer again.
func (b *backend) keysFor(r *http.Request) (jwk.Set, error) {
	set, err := b.cache.Get(r.Context(), b.jwksURL)
	if err != nil {
		return nil, err
	}
	if _, found := set.LookupKeyID(kidIn(r)); !found {
		if set, err = b.cache.Refresh(r.Context(), b.jwksURL); err != nil {
			return nil, err
		}
	}
	allowed := jwk.NewSet()
	for i := 0; i < set.Len(); i++ {
		if key, _ := set.Key(i); key.Algorithm().String() == b.algorithm {
			_ = allowed.AddKey(key)
		}
	}
	return allowed, nil
}

func kidIn(r *http.Request) string {
	_, token, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	message, err := jws.ParseString(token)
	if err != nil || len(message.Signatures()) == 0 {
		return ""
	}
	return message.Signatures()[0].ProtectedHeaders().KeyID()
}

func (b *backend) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	keys, err := b.keysFor(r)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	token, err := jwt.ParseRequest(r, jwt.WithKeySet(keys), jwt.WithIssuer(b.issuer),
		jwt.WithAudience(b.audience), jwt.WithRequiredClaim(jwt.ExpirationKey))
	if err != nil {
		http.Error(w, err.Error(), http.StatusUnauthorized)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(token)
}

func main() {
	if len(os.Args) != 5 {
		log.Fatal("usage: backend ISSUER JWKS_URL AUDIENCE ALGORITHM")
	}
	b := &backend{issuer: os.Args[1], jwksURL: os.Args[2], audience: os.Args[3], algorithm: os.Args[4]}
	b.cache = jwk.NewCache(context.Background())
	if err := b.cache.Register(b.jwksURL); err != nil {
		log.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		os.Exit(0)
	}()
	fmt.Printf("http://%s\n", listener.Addr())
	log.Fatal(http.Serve(listener, b))
}
