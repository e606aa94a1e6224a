// run

// A server and its clients in one program: requests to its addresses need no network of the host.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"strings"
	"sync"
	"syscall"
	"time"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /hi/{name}", func(w http.ResponseWriter, r *http.Request) {
		http.SetCookie(w, &http.Cookie{Name: "c", Value: "v"})
		fmt.Fprintf(w, "hi %s %s %s", r.PathValue("name"), r.Method, r.Header.Get("X-A"))
	})
	mux.HandleFunc("POST /echo", func(w http.ResponseWriter, r *http.Request) {
		b, _ := io.ReadAll(r.Body)
		w.Header().Set("Content-Type", "text/x")
		w.WriteHeader(201)
		w.Write(b)
	})
	mux.HandleFunc("/redir", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/hi/re", 302) })
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-r.Context().Done():
		case <-time.After(2 * time.Second):
		}
		fmt.Fprint(w, "slow")
	})
	mux.HandleFunc("/stream", func(w http.ResponseWriter, r *http.Request) {
		for i := range 3 {
			fmt.Fprintf(w, "line %d\n", i)
			w.(http.Flusher).Flush()
			time.Sleep(5 * time.Millisecond)
		}
	})
	mux.HandleFunc("/panic", func(w http.ResponseWriter, r *http.Request) { panic(http.ErrAbortHandler) })
	ln, err := net.Listen("tcp", ":8765")
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	srv := &http.Server{Handler: mux}
	var wg sync.WaitGroup
	wg.Go(func() { fmt.Println(srv.Serve(ln)) })
	jar, _ := cookiejar.New(nil)
	c := &http.Client{Jar: jar, Timeout: time.Second}
	get := func(u string) {
		r, err := c.Get("http://localhost:8765" + u)
		if err != nil {
			e := err.Error()
			fmt.Println("err", strings.Split(e, "(")[0])
			return
		}
		b, err := io.ReadAll(r.Body)
		fmt.Printf("%s %q %v %v\n", r.Status, b, r.ContentLength, r.Header.Get("Content-Type"))
	}
	get("/hi/you")
	get("/redir")
	get("/nothing")
	get("/stream")
	get("/slow")
	get("/panic")
	r, err := c.Post("http://127.0.0.1:8765/echo", "text/plain", strings.NewReader("body here"))
	b, _ := io.ReadAll(r.Body)
	fmt.Println(r.StatusCode, string(b), r.Header["Content-Type"], err)
	r, err = c.PostForm("http://127.0.0.1:8765/echo", url.Values{"a": {"1", "2"}})
	b, _ = io.ReadAll(r.Body)
	fmt.Println(r.StatusCode, string(b))
	u, _ := url.Parse("http://localhost:8765/")
	fmt.Println(jar.Cookies(u))
	req, _ := http.NewRequest("GET", "http://[::1]:8765/hi/six", nil)
	req.Header.Set("X-A", "aa")
	r, err = c.Do(req)
	if err != nil {
		fmt.Println(err)
	} else {
		b, _ = io.ReadAll(r.Body)
		fmt.Println(string(b))
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	fmt.Println(srv.Shutdown(ctx))
	wg.Wait()
	_, err = c.Get("http://localhost:8765/hi/x")
	fmt.Println(err != nil)
	conn, err := net.Dial("tcp", "localhost:8765")
	fmt.Println(conn == nil, err, errors.Is(err, syscall.ECONNREFUSED))
	ln, _ = net.Listen("tcp", "localhost:0")
	go func() { c, _ := ln.Accept(); io.Copy(c, c); c.Close() }()
	conn, err = net.Dial("tcp", ln.Addr().String())
	fmt.Println(err)
	fmt.Fprint(conn, "echo me")
	conn.(*net.TCPConn).CloseWrite()
	b, err = io.ReadAll(conn)
	fmt.Println(string(b), err)
}
