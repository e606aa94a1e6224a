package main

import "fmt"

type entry[K comparable, V any] struct {
	key        K
	val        V
	prev, next *entry[K, V]
}

type cache[K comparable, V any] struct {
	cap        int
	m          map[K]*entry[K, V]
	head, tail *entry[K, V]
}

func newCache[K comparable, V any](n int) *cache[K, V] {
	c := &cache[K, V]{cap: n, m: map[K]*entry[K, V]{}}
	c.head, c.tail = &entry[K, V]{}, &entry[K, V]{}
	c.head.next, c.tail.prev = c.tail, c.head
	return c
}

func (c *cache[K, V]) unlink(e *entry[K, V]) { e.prev.next, e.next.prev = e.next, e.prev }
func (c *cache[K, V]) front(e *entry[K, V]) {
	e.next, e.prev = c.head.next, c.head
	e.next.prev, c.head.next = e, e
}

func (c *cache[K, V]) get(k K) (v V, ok bool) {
	e, ok := c.m[k]
	if !ok {
		return v, false
	}
	c.unlink(e)
	c.front(e)
	return e.val, true
}

func (c *cache[K, V]) put(k K, v V) {
	if e, ok := c.m[k]; ok {
		e.val = v
		c.unlink(e)
		c.front(e)
		return
	}
	if len(c.m) == c.cap {
		last := c.tail.prev
		c.unlink(last)
		delete(c.m, last.key)
	}
	e := &entry[K, V]{key: k, val: v}
	c.m[k] = e
	c.front(e)
}

func main() {
	c := newCache[string, int](2)
	c.put("a", 1)
	c.put("b", 2)
	fmt.Println(c.get("a"))
	c.put("c", 3)
	fmt.Println(c.get("b"))
	fmt.Println(c.get("a"))
	fmt.Println(c.get("c"))
}
