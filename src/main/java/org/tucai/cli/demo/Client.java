package org.tucai.cli.demo;

import org.jspecify.annotations.Nullable;
import org.tucai.trial.Api;

/** A caller of the API for whom any refusal ends the story. */
final class Client {
    private final Api api;

    Client(Api api) {
        this.api = api;
    }

    /** The same server with another caller's token. */
    Client as(String bearerToken) {
        return new Client(api.as(bearerToken));
    }

    Api.Reply get(String path) throws InterruptedException {
        return api.get(path).ok();
    }

    Api.Reply post(String path, @Nullable Object body) throws InterruptedException {
        return api.post(path, body).ok();
    }

    Api.Reply postPicture(String path, byte[] picture) throws InterruptedException {
        return api.postPicture(path, picture).ok();
    }

    Api.Reply upload(String path, byte[] picture) throws InterruptedException {
        return api.upload(path, picture).ok();
    }
}
