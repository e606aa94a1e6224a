package main

import (
	"errors"
	"fmt"
	"sync"
)

var ErrFunds = errors.New("insufficient funds")

type Account struct {
	ID      string
	balance int64
}

type Bank struct {
	mu       sync.RWMutex
	accounts map[string]*Account
	log      []string
}

func (b *Bank) Transfer(from, to string, amount int64) (err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	defer func() {
		b.log = append(b.log, fmt.Sprintf("%s->%s %d: %v", from, to, amount, err))
	}()
	src, ok := b.accounts[from]
	if !ok {
		return fmt.Errorf("account %q not found", from)
	}
	dst, ok := b.accounts[to]
	if !ok {
		return fmt.Errorf("account %q not found", to)
	}
	if src.balance < amount {
		return fmt.Errorf("transfer %d: %w", amount, ErrFunds)
	}
	src.balance -= amount
	dst.balance += amount
	return nil
}

func main() {
	b := &Bank{accounts: map[string]*Account{"a": {"a", 100}, "b": {ID: "b"}}}
	for _, t := range []struct {
		from, to string
		n        int64
	}{{"a", "b", 30}, {"b", "a", 50}, {"a", "x", 1}, {"y", "a", 1}} {
		err := b.Transfer(t.from, t.to, t.n)
		fmt.Println(err, errors.Is(err, ErrFunds))
	}
	var wg sync.WaitGroup
	for range 20 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			b.Transfer("a", "b", 1)
		}()
	}
	wg.Wait()
	fmt.Println(b.accounts["a"].balance, b.accounts["b"].balance, len(b.log), b.log[1])
}
