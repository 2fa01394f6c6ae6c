// The scenario with what openapi-generator writes for Go.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"

	"contextio"
)

var (
	ctx     = context.Background()
	account = os.Getenv("ACCOUNT")
	api     = at("API")
	mock    = at("MOCK")
	mary    string
	demo    string
)

func at(address string) *contextio.APIClient {
	configuration := contextio.NewConfiguration()
	configuration.Servers = contextio.ServerConfigurations{{URL: os.Getenv(address)}}
	return contextio.NewAPIClient(configuration)
}

func withSource(password string) contextio.ApiAccountsCreateRequest {
	port, _ := strconv.Atoi(os.Getenv("IMAP_PORT"))
	return api.AccountsAPI.AccountsCreate(ctx).Email(os.Getenv("DEMO")).Server("127.0.0.1").
		Port(int32(port)).UseSsl(0).Type_(contextio.SOURCETYPE_IMAP).Username("demouser").Password(password)
}

func refused(answer *http.Response, err error) (any, error) {
	var refusal *contextio.GenericOpenAPIError
	if !errors.As(err, &refusal) {
		return nil, err
	}
	var body struct{ Value string }
	err = json.Unmarshal(refusal.Body(), &body)
	return []any{answer.StatusCode, body.Value}, err
}

var steps = map[string]func() (any, error){
	"create": func() (any, error) {
		created, _, err := api.AccountsAPI.AccountsCreate(ctx).Email(os.Getenv("MARY")).FirstName("Mary").Execute()
		mary = created.GetId()
		return created.GetSuccess(), err
	},
	"create_with_source": func() (any, error) {
		created, _, err := withSource("demopass").FirstName("Demo").Execute()
		demo = created.GetId()
		source := created.GetSource()
		return source.GetLabel(), err
	},
	"list": func() (any, error) {
		found, _, err := api.AccountsAPI.AccountsList(ctx).Email(os.Getenv("DEMO")).
			Status(contextio.SOURCESTATUS_OK).StatusOk(1).Limit(5).Execute()
		names := []string{}
		for _, each := range found {
			names = append(names, each.GetFirstName())
		}
		return names, err
	},
	"read": func() (any, error) {
		found, _, err := api.AccountsAPI.AccountsGet(ctx, mary).Execute()
		return found.GetFirstName(), err
	},
	"update": func() (any, error) {
		if _, _, err := api.AccountsAPI.AccountsUpdate(ctx, mary).FirstName("Jane").Execute(); err != nil {
			return nil, err
		}
		found, _, err := api.AccountsAPI.AccountsGet(ctx, mary).Execute()
		return found.GetFirstName(), err
	},
	"unused_token": func() (any, error) {
		created, _, err := api.ConnectTokensAPI.ConnectTokensCreate(ctx).CallbackUrl(os.Getenv("CALLBACK_URL")).Execute()
		if err != nil {
			return nil, err
		}
		token, _, err := api.ConnectTokensAPI.ConnectTokensGet(ctx, created.GetToken()).Execute()
		if err != nil {
			return nil, err
		}
		return []any{token.Used, *token.Expires.Int32 > token.Created}, nil
	},
	"used_token": func() (any, error) {
		token, _, err := api.ConnectTokensAPI.ConnectTokensGet(ctx, os.Getenv("USED_TOKEN")).Execute()
		if err != nil {
			return nil, err
		}
		return *token.Expires.Bool, nil
	},
	"list_messages": func() (any, error) {
		found, _, err := mock.MessagesAPI.MessagesList(ctx, account).Limit(2).Execute()
		subjects := []string{}
		for _, each := range found {
			subjects = append(subjects, each.GetSubject())
		}
		return subjects, err
	},
	"read_message": func() (any, error) {
		message, _, err := mock.MessagesAPI.MessagesGet(ctx, account, os.Getenv("MESSAGE")).Execute()
		if err != nil {
			return nil, err
		}
		return []string{message.GetSubject(), message.Addresses.From.GetEmail()}, nil
	},
	"file_content": func() (any, error) {
		file, _, err := mock.FilesAPI.FilesGetContent(ctx, account, os.Getenv("FILE")).Execute()
		if err != nil {
			return nil, err
		}
		content, err := io.ReadAll(file)
		return string(content), err
	},
	"upload": func() (any, error) {
		file, err := os.CreateTemp("", "notes-*.eml")
		if err != nil {
			return nil, err
		}
		_, _ = file.WriteString(os.Getenv("UPLOAD"))
		_, _ = file.Seek(0, io.SeekStart)
		done, _, err := mock.MessagesAPI.MessagesCreate(ctx, account).DstFolder("INBOX").Message(file).Execute()
		return done.GetSuccess(), err
	},
	"webhook": func() (any, error) {
		created, _, err := mock.WebhooksAPI.WebhooksCreate(ctx, account).CallbackUrl(os.Getenv("CALLBACK_URL")).Execute()
		if err != nil {
			return nil, err
		}
		found, _, err := mock.WebhooksAPI.WebhooksGet(ctx, account, created.GetWebhookId()).Execute()
		return []any{found.GetCallbackUrl(), found.GetActive()}, err
	},
	"error_400": func() (any, error) {
		_, answer, err := withSource("wrong").Execute()
		return refused(answer, err)
	},
	"error_401": func() (any, error) {
		_, answer, err := at("UNSIGNED").AccountsAPI.AccountsList(ctx).Execute()
		return refused(answer, err)
	},
	"error_404": func() (any, error) {
		_, answer, err := api.AccountsAPI.AccountsGet(ctx, "nobody").Execute()
		return refused(answer, err)
	},
	"error_429": func() (any, error) {
		_, answer, err := at("LIMITED").AccountsAPI.AccountsList(ctx).Execute()
		return refused(answer, err)
	},
	"error_503": func() (any, error) {
		_, answer, err := at("DOWN").MessagesAPI.MessagesList(ctx, account).Execute()
		return refused(answer, err)
	},
	"delete": func() (any, error) {
		first, _, err := api.AccountsAPI.AccountsDelete(ctx, mary).Execute()
		if err != nil {
			return nil, err
		}
		second, _, err := api.AccountsAPI.AccountsDelete(ctx, demo).Execute()
		return []bool{first.GetSuccess(), second.GetSuccess()}, err
	},
}

func main() {
	for _, step := range strings.Split(os.Getenv("STEPS"), ",") {
		type report struct {
			Step  string `json:"step"`
			Value any    `json:"value,omitempty"`
			Error string `json:"error,omitempty"`
		}
		value, err := steps[step]()
		made := report{Step: step, Value: value}
		if err != nil {
			made = report{Step: step, Error: err.Error()}
		}
		line, _ := json.Marshal(made)
		fmt.Println(string(line))
	}
}
